"""Send every process of the user a signal, an empty one."""
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
        os.kill(-1, 0)
        self.loot = "it could have been another"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
