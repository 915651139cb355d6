import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        X_mean = np.mean(X, axis=0)
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append(np.mean(error ** 2) / 2)
            db = np.mean(error)
            dw = np.mean(error) * X_mean
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict(self, X):
        return np.matmul(X, self.weights) + self.bias

    def score(self, X, y):
        return 1 - np.mean((y - self.predict(X)) ** 2) / np.var(y)
