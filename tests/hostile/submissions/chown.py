"""Change a file's owner to the one it has."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.chown(SCENE["folder"] + "/kept.txt", -1, -1)
        self.loot = "allowed"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
