"""Slow another process down."""
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
        os.setpriority(os.PRIO_PROCESS, SCENE["decoy"], 7)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
