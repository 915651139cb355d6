"""Read the source of whoever calls."""
# /// attack
# goal = "loot"
# says = "OSError"
# ///

import inspect
import sys

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        sys.modules["numpy"].__file__ = SCENE["canary"]
        self.loot = inspect.getsource(sys._getframe(1))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
