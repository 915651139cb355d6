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
        return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

    def _normalize(self, X):
        mu = X.mean(axis=0)
        sigma = X.std(axis=0)
        return (X - mu) / (sigma + 1e-8)

    def fit(self, X, y):
        X = self._normalize(X)
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            p = self._sigmoid(X @ self.weights + self.bias)
            pc = np.clip(p, 1e-15, 1 - 1e-15)
            self.loss_history.append(-np.mean(y * np.log(pc) + (1 - y) * np.log(1 - pc)))
            self.weights -= self.learning_rate * X.T @ (p - y) / n
            self.bias -= self.learning_rate * np.sum(p - y) / n
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
