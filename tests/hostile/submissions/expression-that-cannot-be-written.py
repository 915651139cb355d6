"""Fail in an expression that Python cannot write down again."""
# /// attack
# goal = "stall"
# says = "matmul"
# ///

import numpy as np

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        return X @ np.zeros(9 * len(f'{""}'))

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1.0
