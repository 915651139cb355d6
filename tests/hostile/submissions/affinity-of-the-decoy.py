"""Crowd another process onto one processor."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "decoy"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.sched_setaffinity(SCENE["decoy"], {min(os.sched_getaffinity(0))})
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
