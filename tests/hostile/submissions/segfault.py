"""Crash in native code."""
# /// attack
# goal = "stall"
# says = "SIGSEGV"
# ///

import ctypes

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        ctypes.string_at(0)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
