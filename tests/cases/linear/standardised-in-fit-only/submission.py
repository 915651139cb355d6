import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    @staticmethod
    def _standardize(X):
        return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8)

    def fit(self, X, y):
        X = self._standardize(X)
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            error = X @ self.weights + self.bias - y
            self.loss_history.append((error ** 2).sum() / (2 * n_samples))
            self.weights = self.weights - self.learning_rate * (X.T @ error) / n_samples
            self.bias = self.bias - self.learning_rate * error.sum() / n_samples
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
