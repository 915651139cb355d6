"""Recurse without end."""
# /// attack
# goal = "stall"
# says = "RecursionError"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        return self.fit(X, y)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
