import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros((d, 1))     # W is d x 1
        self.bias = 0.0
        self.loss_history = []

        for t in range(self.n_iterations):
            y_hat = X @ self.weights + self.bias                 # n x 1
            diff = y_hat - y
            L = (1 / (2 * n)) * np.sum(diff ** 2)
            self.loss_history.append(L)

            dW = (1 / n) * (X.T @ diff)                          # d x 1
            db = (1 / n) * np.sum(diff)

            self.weights = self.weights - self.learning_rate * dW
            self.bias = self.bias - self.learning_rate * db

        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_hat = self.predict(X)
        return 1 - np.sum((y - y_hat) ** 2) / np.sum((y - np.mean(y)) ** 2)
