import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = X.shape[1]
        self.weights = np.zeros(n)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append((1 / (2 * n)) * np.sum(error ** 2))
            self.weights = self.weights - self.learning_rate * (1 / n) * np.dot(X.T, error)
            self.bias = self.bias - self.learning_rate * (1 / n) * np.sum(error)
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
