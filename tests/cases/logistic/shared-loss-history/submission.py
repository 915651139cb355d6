import numpy as np


class LogisticRegression:

    weights = None
    bias = None
    loss_history = []

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def _record(self, y, p):
        p = np.clip(p, 1e-15, 1 - 1e-15)
        self.loss_history.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self._record(y, p)
            err = p - y
            self.weights -= self.learning_rate * (X.T @ err / len(y))
            self.bias -= self.learning_rate * (err.sum() / len(y))
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
