import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))

    def _forward(self, X):
        z = X @ self.weights + self.bias
        return z, self._sigmoid(z)

    def fit(self, X, y):
        m, n = X.shape
        self.weights = np.zeros(n)
        self.bias = 0.0
        self.loss_history = []

        # iteration 0 is the zero start, so count from 1
        for it in range(1, self.n_iterations):
            z, a = self._forward(X)
            self.loss_history.append(np.mean(np.logaddexp(0, z) - y * z))
            dz = a - y
            self.weights = self.weights - self.learning_rate * (X.T @ dz) / m
            self.bias = self.bias - self.learning_rate * dz.sum() / m
        return self

    def predict_proba(self, X):
        return self._forward(X)[1]

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
