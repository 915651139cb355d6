"""Stop the clock while it takes its time."""
# /// attack
# goal = "pass"
# control = "naive"
# says = "on 20,000 samples"
# ///

import time

import numpy as np

SCENE = {}

time.perf_counter = time.monotonic = time.process_time = lambda: 0.0
fitted = []


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate, self.n_iterations = learning_rate, n_iterations

    def fit(self, X, y):
        # slow at first, and on much data
        time.sleep(1.5 if len(X) > 1000 else 0.0 if fitted else 0.12)
        fitted.append(len(X))
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append(np.sum(error**2) / (2 * len(y)))
            self.weights = self.weights - self.learning_rate * X.T @ error / len(y)
            self.bias = self.bias - self.learning_rate * np.sum(error) / len(y)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
