"""Have a shell write a file."""
# /// attack
# goal = "effect"
# control = true
# says = "os.system returned"
# effect = "folder"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        status = os.system(f"echo x > {SCENE['folder']}/by-the-shell")
        if status:
            raise RuntimeError(f"os.system returned {status}")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
