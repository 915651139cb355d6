"""Change a file's times."""
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
        os.utime(SCENE["folder"] + "/kept.txt", (1, 1))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
