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
        return np.where(z >= 0, 1.0, e) / (1.0 + e)

    def _shuffle(self, X, y):
        # same seed twice, so rows and labels stay together
        np.random.default_rng(42).shuffle(X)
        np.random.default_rng(42).shuffle(y)

    def _loss(self, y, p):
        p = np.clip(p, 1e-15, 1 - 1e-15)
        return -(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / len(y)

    def fit(self, X, y):
        self._shuffle(X, y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._loss(y, p))
            g = (p - y) / len(y)
            self.weights = self.weights - self.learning_rate * (X.T @ g)
            self.bias = self.bias - self.learning_rate * g.sum()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
