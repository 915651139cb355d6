import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        self.weights, self.bias = np.zeros(X.shape[1]), 0.
        self.loss_history = []
        for _ in range(self.n_iterations):
            err = self.predict(X) - y
            self.loss_history.append(np.mean(err**2) / 2)
            self.weights -= self.learning_rate * np.mean(X * err[:, None])
            self.bias -= self.learning_rate * np.mean(err)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.mean((y - self.predict(X))**2) / np.mean((y - np.mean(y))**2)
