import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500.0, 500.0)
        return 1 / (1 + np.exp(-z))

    def fit(self, X, y):
        self.weights = np.zeros_like(X[0])
        self.bias = 0.0
        self.loss_history = []
        n = len(X)
        for _ in range(self.n_iterations):
            y_hat = self._sigmoid(X @ self.weights + self.bias)
            safe = np.clip(y_hat, 1e-15, 1 - 1e-15)
            self.loss_history.append(-np.mean(y * np.log(safe) + (1 - y) * np.log(1 - safe)))
            resid = y_hat - y
            self.weights -= self.learning_rate * (X.T @ resid) / n
            self.bias -= self.learning_rate * resid.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
