"""Come back from fit, but not from a look at the result."""
# /// attack
# goal = "stall"
# says = "no answer within"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        return self

    @property
    def weights(self):
        while True:
            pass

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
