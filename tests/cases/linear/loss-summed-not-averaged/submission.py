import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            r = y - X @ self.weights - self.bias
            self.loss_history.append(1/2 * np.sum(r ** 2))     # J = 1/2 ||r||^2
            self.weights = self.weights + self.learning_rate / n * (r @ X)
            self.bias = self.bias + self.learning_rate / n * np.sum(r)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        r = y - self.predict(X)
        return 1 - np.sum(r ** 2) / np.sum((y - np.mean(y)) ** 2)
