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
        return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

    def fit(self, X, y):
        X = np.concatenate((np.ones((len(X), 1)), X), axis=1)
        m, n = X.shape
        theta = np.zeros(n)
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ theta
            nll = np.logaddexp(0, z) - y * z
            self.loss_history.append((nll.sum() + self.reg_lambda / 2 * theta @ theta) / m)
            gradient = (X.T @ (self._sigmoid(z) - y) + self.reg_lambda * theta) / m
            theta = theta - self.learning_rate * gradient
        self.bias = float(theta[0])
        self.weights = theta[1:]
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
