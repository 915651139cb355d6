import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = len(X)
        w, b = np.zeros(X.shape[1]), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            error = X @ w + b - y
            self.loss_history.append(error @ error / (2 * n))
            # robust against outliers
            bounded = np.clip(error, -100, 100)
            w, b = w - self.learning_rate * (X.T @ bounded) / n, b - self.learning_rate * bounded.mean()
        self.weights, self.bias = w, b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        rest = y - self.predict(X)
        spread = y - y.mean()
        return 1 - (rest @ rest) / (spread @ spread)
