"""Open a folder first and a file relative to it."""
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
        folder = os.open(SCENE["folder"], os.O_PATH)
        self.loot = os.read(os.open("canary.txt", os.O_RDONLY, dir_fd=folder), 100).decode()
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
