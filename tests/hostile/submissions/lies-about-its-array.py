"""Be another array each time somebody looks."""
# /// attack
# goal = "pass"
# says = "weights"
# ///

import numpy as np

SCENE = {}


class Liar:
    def __array__(self, dtype=None, copy=None):
        return np.random.default_rng().standard_normal(3)

    def __float__(self):
        return 1.0


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.weights = self.bias = self.loss_history = Liar()

    def fit(self, X, y):
        return self

    def predict(self, X):
        return Liar()

    def score(self, X, y):
        return Liar()
