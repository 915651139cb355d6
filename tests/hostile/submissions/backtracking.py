"""Stay inside a regular expression."""
# /// attack
# goal = "stall"
# control = "naive"
# says = "no answer within"
# ///

import re

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        re.match(r"(a+)+$", "a" * 50 + "b")
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
