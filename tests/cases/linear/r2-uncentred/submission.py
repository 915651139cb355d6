import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = y.size
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            err = self.predict(X) - y
            self.loss_history.append((err @ err) / (2 * n))
            self.weights = self.weights - self.learning_rate * (err @ X) / n
            self.bias = self.bias - self.learning_rate * err.mean()
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        err = y - self.predict(X)
        return 1 - (err @ err) / (y @ y)
