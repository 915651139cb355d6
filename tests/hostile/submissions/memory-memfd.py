"""Keep memory in a file that exists only there, which no limit counts."""
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
        file = os.memfd_create("x")
        self.loot = f"{os.write(file, bytes(1 << 20))} bytes"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
