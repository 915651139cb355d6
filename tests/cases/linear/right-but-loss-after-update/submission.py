import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _loss(self, X, y):
        return np.sum((self.predict(X) - y) ** 2) / (2 * len(y))

    def _step(self, X, y):
        error = self.predict(X) - y
        dw = X.T @ error / len(y)
        db = np.mean(error)
        self.weights = self.weights - self.learning_rate * dw
        self.bias = self.bias - self.learning_rate * db

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self._step(X, y)
            self.loss_history.append(self._loss(X, y))
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
