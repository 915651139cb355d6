"""Send half of the beginning of a reply, and no more."""
# /// attack
# goal = "stall"
# says = "no answer within"
# ///

import os
import time

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        os.write(4, b"GRD1\x00")
        time.sleep(30)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
