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
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def _loss(self, X, y):
        n = len(y)
        p = np.clip(self.predict_proba(X), 1e-15, 1 - 1e-15)
        return -(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / n + self.reg_lambda * (self.weights @ self.weights) / (2 * n)

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        weight_decay = self.reg_lambda / n
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            r = self.predict_proba(X) - y
            self.weights = (1 - weight_decay) * self.weights - self.learning_rate * (X.T @ r) / n
            self.bias = self.bias - self.learning_rate * r.sum() / n
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
