"""Spawn a program that writes a file."""
# /// attack
# goal = "effect"
# control = true
# says = "Resource temporarily unavailable"
# effect = "folder"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        child = os.posix_spawn("/bin/touch", ["touch", SCENE["folder"] + "/by-the-child"], {})
        os.waitpid(child, 0)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
