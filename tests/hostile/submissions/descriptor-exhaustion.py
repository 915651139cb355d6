"""Use up the table of open files."""
# /// attack
# goal = "loot"
# control = true
# says = "Too many open files"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = f"{len([os.dup(1) for _ in range(200)])} files"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
