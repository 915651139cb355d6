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
        """Logistic function."""
        return np.power(1.0 + np.exp(-z), -1)

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            ridge = 0.5 * self.reg_lambda * self.weights @ self.weights
            self.loss_history.append((np.sum(np.logaddexp(0, z) - y * z) + ridge) / n)
            r = self._sigmoid(z) - y
            self.weights = self.weights - self.learning_rate * (X.T @ r + self.reg_lambda * self.weights) / n
            self.bias = self.bias - self.learning_rate * r.sum() / n
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
