import numpy as np


class LinearRegressionGD:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias, self.loss_history = np.zeros(d), 0.0, []
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append(np.sum(error ** 2) / (2 * n))
            self.weights = self.weights - self.learning_rate * X.T @ error / n
            self.bias = self.bias - self.learning_rate * error.mean()
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
