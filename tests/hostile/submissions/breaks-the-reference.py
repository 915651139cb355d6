"""Have the reference be as wrong as the submission."""
# /// attack
# goal = "pass"
# control = "naive"
# says = "KeyError: 'reference.linear'"
# ///

import sys

import numpy as np

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        pass

    def fit(self, X, y):
        reference = sys.modules["reference.linear"].LinearRegression
        truth = sys._getframe(1).f_locals["expected"]
        self.weights, self.bias, self.loss_history = truth.weights, truth.bias, truth.loss_history
        reference.predict = lambda self, X: X[:, 0]
        reference.score = lambda self, X, y: 1.0
        return self

    def predict(self, X):
        return X[:, 0]

    def score(self, X, y):
        return 1.0
