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

    def _bce(self, z, y):
        return np.mean(np.logaddexp(0, z) - y * z)

    def fit(self, X, y):
        n, d = X.shape
        w = np.zeros(d)
        b = 0.0
        losses = []
        for _ in range(self.n_iterations):
            z = X @ w + b
            losses.append(self._bce(z, y))
            diff = self._sigmoid(z) - y
            dw = (X.T @ diff + self.reg_lambda * w) / n
            db = diff.sum() / n
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db
        self.weights, self.bias, self.loss_history = w, b, losses
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
