import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape
        w, b = np.zeros(n_features), 0
        self.loss_history = []

        for _ in range(self.n_iterations):
            y_pred = X @ w + b
            self.loss_history.append(1 / (2 * n_samples) * np.sum((y_pred - y) ** 2))
            dw = 1 / n_samples * X.T @ (y_pred - y)
            db = 1 / n_samples * np.sum(y_pred - y)
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db

        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - np.sum((y - y_pred) ** 2) / np.sum((y - np.mean(y)) ** 2)
