import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # e^z / (1 + e^z), avoids the minus sign
        ez = np.exp(z)
        return ez / (1 + ez)

    def _log_loss(self, y, z):
        # log(1 + e^z) - y*z, no log of a probability needed
        return np.mean(np.logaddexp(0, z) - y * z)

    def fit(self, X, y):
        m, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for step in range(self.n_iterations):
            z = X @ self.weights + self.bias
            self.loss_history.append(self._log_loss(y, z))
            delta = (self._sigmoid(z) - y) / m
            self.weights -= self.learning_rate * (X.T @ delta)
            self.bias -= self.learning_rate * delta.sum()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
