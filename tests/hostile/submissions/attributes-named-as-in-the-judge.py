"""Have attributes that are called what the judge's own objects call theirs."""
# /// attack
# goal = "stall"
# says = "R^2 differs"
# ///

import numpy as np

SCENE = {}


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate, self.n_iterations = learning_rate, n_iterations

    def fit(self, X, y):
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append(np.sum(error**2) / (2 * len(y)))
            self.weights = self.weights - self.learning_rate * X.T @ error / len(y)
            self.bias = self.bias - self.learning_rate * np.sum(error) / len(y)
        for name in ("fit", "predict", "attribute", "_candidate", "_worker", "_call", "__class__x", "calls"):
            vars(self).setdefault(name, 1.0 if name[0] == "_" else getattr(self, name, "other"))
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 0.5
