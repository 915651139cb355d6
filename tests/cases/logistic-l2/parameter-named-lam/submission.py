import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, lam=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.lam = lam
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        a = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, a) / (1 + a)

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            loss = np.mean(np.logaddexp(0, z) - y * z)
            loss += self.lam / (2 * n) * np.sum(self.weights**2)
            self.loss_history.append(loss)
            e = self._sigmoid(z) - y
            self.weights = self.weights - self.learning_rate * (X.T @ e / n + self.lam / n * self.weights)
            self.bias = self.bias - self.learning_rate * e.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
