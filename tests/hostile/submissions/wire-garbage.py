"""Write nonsense where the replies go."""
# /// attack
# goal = "stall"
# says = "the reply does not start as a reply does"
# ///

import os

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.write(4, b"\x00\xffnonsense" * 100)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
