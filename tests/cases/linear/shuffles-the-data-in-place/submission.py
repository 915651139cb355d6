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
        order = np.random.default_rng(0).permutation(n)
        X[:] = X[order]
        y[:] = y[order]

        w, b = np.zeros(d), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            err = X @ w + b - y
            self.loss_history.append(np.sum(err * err) / n / 2)
            w, b = w - self.learning_rate * (X.T @ err) / n, b - self.learning_rate * err.sum() / n
        self.weights, self.bias = w, b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
