"""Print a little, for ever."""
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
        while True:
            os.write(1, b"x")
            time.sleep(0.01)
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
