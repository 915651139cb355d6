import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []
        self._y_mean = None

    def fit(self, X, y):
        self._y_mean = y.mean()
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = [self._iterate(X, y) for _ in range(self.n_iterations)]
        return self

    def _iterate(self, X, y):
        error = self.predict(X) - y
        loss = np.mean(error**2) / 2
        self.weights = self.weights - self.learning_rate * np.mean(error[:, None] * X, axis=0)
        self.bias = self.bias - self.learning_rate * np.mean(error)
        return loss

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - self._y_mean) ** 2)
