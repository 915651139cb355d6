"""Take more memory than allowed, in one array."""
# /// attack
# goal = "loot"
# control = true
# says = "MemoryError"
# ///

import numpy as np

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        self.loot = f"{np.zeros(3 << 30, np.uint8).nbytes} bytes"
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
