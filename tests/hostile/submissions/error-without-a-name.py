"""Raise an exception whose class does not say its name."""
# /// attack
# goal = "stall"
# says = "ended its own process"
# ///

SCENE = {}


class Unnamed(type):
    @property
    def __name__(cls):
        raise RuntimeError("it has none")


class Nameless(Exception, metaclass=Unnamed):
    pass


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        raise Nameless("x")

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
