import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def fit(self, X, y):
        m, n = X.shape
        W = np.zeros((n, 1))
        b = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            A = self._sigmoid(np.dot(X, W) + b)
            self.loss_history.append(self._loss(A.ravel(), y))
            dZ = A - y
            dW = np.dot(X.T, dZ).mean(axis=1, keepdims=True) / m
            db = dZ.mean()
            W = W - self.learning_rate * dW
            b = b - self.learning_rate * db
        self.weights = W.flatten()
        self.bias = b
        return self

    def _loss(self, a, y):
        a = np.clip(a, 1e-15, 1 - 1e-15)
        return -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)) / len(y)

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
