"""Answer with whatever lies at an address."""
# /// attack
# goal = "stall"
# says = "SIGSEGV"
# ///

import numpy as np

SCENE = {}


class Anything:
    __array_interface__ = {"shape": (3,), "typestr": "<f8", "data": (4096, True), "version": 3}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.weights = np.asarray(Anything())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
