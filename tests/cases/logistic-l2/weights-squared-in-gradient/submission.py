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
        return np.exp(-np.logaddexp(0, -z))

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        k = self.reg_lambda / n
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            ce = (y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)).mean()
            self.loss_history.append(ce + k / 2 * (self.weights ** 2).sum())
            err = self._sigmoid(z) - y
            self.weights = self.weights - self.learning_rate * (X.T @ err / n + k * self.weights ** 2)
            self.bias = self.bias - self.learning_rate * err.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
