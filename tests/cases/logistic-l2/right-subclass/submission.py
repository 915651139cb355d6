import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)

    def _penalty(self, n):
        return 0.0

    def _penalty_gradient(self, n):
        return np.zeros_like(self.weights)

    def fit(self, X, y):
        n = len(y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            self.loss_history.append(np.mean(np.logaddexp(0, z) - y * z) + self._penalty(n))
            r = self._sigmoid(z) - y
            dw = X.T @ r / n + self._penalty_gradient(n)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * r.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)


class LogisticRegressionL2(LogisticRegression):
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        super().__init__(learning_rate, n_iterations)
        self.reg_lambda = reg_lambda

    def _penalty(self, n):
        return self.reg_lambda * np.sum(self.weights**2) / (2 * n)

    def _penalty_gradient(self, n):
        return self.reg_lambda * self.weights / n
