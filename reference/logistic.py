"""Logistic regression, trained with gradient descent."""

import numpy as np


class LogisticRegression:
    """Binary classifier for labels 0 and 1."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # exp(-|z|) cannot overflow: 1 / (1 + e^-z) for z >= 0, e^z / (1 + e^z) for z < 0
        decay = np.exp(-np.abs(z))
        return np.where(z >= 0, 1.0, decay) / (1.0 + decay)

    def _loss(self, X, y):
        # L = -(1 / n) * sum(y log p + (1 - y) log(1 - p)) = (1 / n) * sum(log(1 + e^z) - y z)
        z = X @ self.weights + self.bias
        return np.mean(np.logaddexp(0, z) - y * z)

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            error = self.predict_proba(X) - y
            # dL/dw = (1 / n) * X^T (p - y)
            dw = X.T @ error / n_samples
            # dL/db = (1 / n) * sum(p - y)
            db = np.sum(error) / n_samples
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        # P(y = 1 | x) = sigmoid(w^T x + b)
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
