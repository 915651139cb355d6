"""List the packages that are installed beside NumPy."""
# /// attack
# goal = "loot"
# control = true
# says = "PermissionError"
# ///

import os

import numpy as np

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = " ".join(os.listdir(os.path.dirname(os.path.dirname(np.__file__))))
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
