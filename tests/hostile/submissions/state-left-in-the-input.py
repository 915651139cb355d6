"""Leave a note for the next worker in the flags of the file that both have as their input."""
# /// attack
# goal = "loot"
# says = "PermissionError"
# runs = 2
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        if not os.get_blocking(0):
            self.loot = "a note"
        os.set_blocking(0, False)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
