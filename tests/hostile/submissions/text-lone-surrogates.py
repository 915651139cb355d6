"""Break the encoding of the report."""
# /// attack
# goal = "text"
# says = "RuntimeError"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        raise RuntimeError("\ud800\udfff \udc80")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
