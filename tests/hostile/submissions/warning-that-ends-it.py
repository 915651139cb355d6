"""Warn of something whose text ends the process."""
# /// attack
# goal = "stall"
# says = "ended its own process"
# ///

import os
import warnings

SCENE = {}


class Last(UserWarning):
    def __str__(self):
        os._exit(0)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        warnings.warn(Last("x"))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
