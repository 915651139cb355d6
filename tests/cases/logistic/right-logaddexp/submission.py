"""Everything in log space: log sigmoid(z) = -log(1 + e^-z) = -logaddexp(0, -z)."""

import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0, -z))

    def _scores(self, X):
        return X @ self.weights + self.bias

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias, self.loss_history = np.zeros(d), 0.0, []
        for _ in range(self.n_iterations):
            z = self._scores(X)
            # -log p for y = 1 is softplus(-z), -log(1 - p) for y = 0 is softplus(z)
            nll = y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)
            self.loss_history.append(nll.sum() / n)
            residual = self._sigmoid(z) - y
            step_w = X.T @ residual / n
            step_b = residual.sum() / n
            self.weights = self.weights - self.learning_rate * step_w
            self.bias = self.bias - self.learning_rate * step_b
        return self

    def predict_proba(self, X):
        return self._sigmoid(self._scores(X))

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(np.int64)

    def accuracy(self, X, y):
        hits = self.predict(X) == y
        return hits.mean()
