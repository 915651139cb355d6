import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y, batch_size=64):
        n = len(X)
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        rng = np.random.default_rng(0)
        for _ in range(self.n_iterations):
            self.loss_history.append(0.5 * np.mean((self.predict(X) - y) ** 2))
            order = rng.permutation(n)
            for start in range(0, n, batch_size):
                rows = order[start : start + batch_size]
                error = self.predict(X[rows]) - y[rows]
                self.weights = self.weights - self.learning_rate * (X[rows].T @ error) / len(rows)
                self.bias = self.bias - self.learning_rate * error.mean()
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        rest = y - self.predict(X)
        spread = y - y.mean()
        return 1 - (rest @ rest) / (spread @ spread)
