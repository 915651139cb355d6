import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        m, n = X.shape
        y = y.reshape((m, 1))
        self.weights = np.zeros((n, 1))
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            A = self.predict(X)
            cost = np.squeeze(np.sum((A - y) ** 2) / (2 * m))
            self.loss_history.append(float(cost))
            dZ = A - y
            self.weights = self.weights - self.learning_rate * np.dot(X.T, dZ) / m
            self.bias = self.bias - self.learning_rate * np.sum(dZ) / m
        assert self.weights.shape == (n, 1)
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        y = y.reshape((-1, 1))
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
