"""Become another program by way of an open file."""
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
        program = os.open("/bin/touch", os.O_RDONLY)
        os.execve(program, ["touch", SCENE["folder"] + "/by-the-file"], {})
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
