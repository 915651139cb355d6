import numpy as np


class LinearRegression:
    """Simple linear regression trained by minimising the MSE."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    @staticmethod
    def _mean_squared_error(y, y_hat):
        """MSE = (1/n) * sum((y - y_hat)^2)"""
        return np.sum((y - y_hat) ** 2) / len(y)

    def fit(self, X, y):
        # 1. Initialize weights and bias to zeros
        self.weights = np.zeros(X.shape[1])
        self.bias = 0
        self.loss_history = []

        # 2. Perform gradient descent
        for i in range(self.n_iterations):
            y_hat = np.dot(X, self.weights) + self.bias
            self.loss_history.append(self._mean_squared_error(y, y_hat))

            # d(MSE)/dw and d(MSE)/db
            partial_w = (1 / X.shape[0]) * (2 * np.dot(X.T, (y_hat - y)))
            partial_d = (1 / X.shape[0]) * (2 * np.sum(y_hat - y))

            self.weights -= self.learning_rate * partial_w
            self.bias -= self.learning_rate * partial_d
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
