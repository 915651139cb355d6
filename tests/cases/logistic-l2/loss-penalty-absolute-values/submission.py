import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)

    def loss(self, X, y):
        p = np.clip(self.predict_proba(X), 1e-15, 1 - 1e-15)
        n = X.shape[0]
        loss_0 = -np.log(1 - p[y == 0]).sum()
        loss_1 = -np.log(p[y == 1]).sum()
        penalty = self.reg_lambda / 2 * np.abs(self.weights).sum()
        return (loss_0 + loss_1 + penalty) / n

    def gradient(self, X, y):
        n = X.shape[0]
        delta = self.predict_proba(X) - y
        return (X.T @ delta + self.reg_lambda * self.weights) / n, delta.sum() / n

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self.loss(X, y))
            dw, db = self.gradient(X, y)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
