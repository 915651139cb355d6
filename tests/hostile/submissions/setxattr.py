"""Attach an attribute to a file."""
# /// attack
# goal = "effect"
# control = true
# says = "PermissionError"
# effect = "folder"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.setxattr(SCENE["folder"] + "/kept.txt", "user.forged", b"x")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
