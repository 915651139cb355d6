"""Raise ten thousand exceptions, each because of the last."""
# /// attack
# goal = "stall"
# says = "RuntimeError: 9999"
# ///

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        error = None
        for number in range(10_000):
            another = RuntimeError(number)
            another.__cause__ = another.__context__ = error
            error = another
        raise error

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
