import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _cost(self, X, y):
        return self._mse(X, y) / 2

    def _mse(self, X, y):
        return np.mean((y - self.predict(X)) ** 2)

    def fit(self, X, y):
        self.weights, self.bias = np.zeros(X.shape[1]), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._cost(X, y))
            error = self.predict(X) - y
            self.weights, self.bias = (self.weights - self.learning_rate * X.T @ error / len(y),
                                       self.bias - self.learning_rate * error.sum() / len(y))
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return self._mse(X, y)
