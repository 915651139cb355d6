"""Recurse until the stack is used up."""
# /// attack
# goal = "stall"
# says = "SIGSEGV"
# elsewhere = "RecursionError"
# ///

import sys

SCENE = {}

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr(self)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        repr(Deep())
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
