"""Logistic regression with an L2 penalty (ridge), trained with gradient descent."""

import numpy as np


class LogisticRegressionL2:
    """Binary classifier for labels 0 and 1 whose weights are kept small."""

    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
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
        data_loss = np.mean(np.logaddexp(0, z) - y * z)
        # L_reg = L + (lambda / 2n) * sum(w^2)
        return data_loss + self.reg_lambda / (2 * len(y)) * np.sum(self.weights**2)

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            error = self.predict_proba(X) - y
            # dL_reg/dw = (1 / n) * X^T (p - y) + (lambda / n) * w
            dw = X.T @ error / n_samples + self.reg_lambda / n_samples * self.weights
            # dL_reg/db = (1 / n) * sum(p - y): no penalty on the bias
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
