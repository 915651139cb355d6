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

    def _cost(self, z, y):
        return np.mean(np.logaddexp(0, z) - y * z) + self.reg_lambda * self._squared_norm() / (2 * len(y))

    def _squared_norm(self):
        return self.weights @ self.weights

    def fit(self, X, y):
        n, d = X.shape
        if self.weights is None:
            self.weights = np.zeros(d)
        if self.bias is None:
            self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            self.loss_history.append(self._cost(z, y))
            diff = self._sigmoid(z) - y
            self.weights = self.weights - self.learning_rate * ((diff @ X) + self.reg_lambda * self.weights) / n
            self.bias = self.bias - self.learning_rate * diff.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
