"""Warn of half a million different things."""
# /// attack
# goal = "stall"
# says = "weights"
# ///

import warnings

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        for number in range(20_000):
            warnings.warn(f"the number {number}", stacklevel=2)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
