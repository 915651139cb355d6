"""Read the environment."""
# /// attack
# goal = "loot"
# says = "KeyError: 'HOME'"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = os.environ["HOME"]
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
