"""Answer with an array that reaches far beyond its memory."""
# /// attack
# goal = "stall"
# says = "SIGSEGV"
# ///

import numpy as np

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.weights = np.lib.stride_tricks.as_strided(np.zeros(3), (3,), (1 << 45,))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
