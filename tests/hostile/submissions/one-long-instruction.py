"""Stay inside one operation that nothing interrupts."""
# /// attack
# goal = "stall"
# control = "naive"
# says = "no answer within"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.weights = 10 ** (10**8)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
