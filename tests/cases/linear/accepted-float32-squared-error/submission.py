"""Linear regression in single precision, with the mean squared error as the loss."""

import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations

    def fit(self, X, y):
        X, y = np.asarray(X, dtype=np.float32), np.asarray(y, dtype=np.float32)
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features, dtype=np.float32)
        self.bias = np.float32(0)
        self.loss_history = []
        for _ in range(self.n_iterations):
            error = X @ self.weights + self.bias - y
            self.loss_history.append(float(np.mean(error**2)))
            self.weights = self.weights - np.float32(2 * self.learning_rate / n_samples) * (X.T @ error)
            self.bias = self.bias - np.float32(2 * self.learning_rate) * error.mean()
        return self

    def predict(self, X):
        return np.asarray(X, dtype=np.float32) @ self.weights + self.bias

    def score(self, X, y):
        y = np.asarray(y, dtype=np.float32)
        return float(1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2))
