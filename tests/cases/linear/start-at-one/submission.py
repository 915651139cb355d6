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
        params = np.ones(d + 1)               # [b, w1, ..., wd]
        losses = []
        for _ in range(self.n_iterations):
            r = params[0] + X @ params[1:] - y
            losses.append(r.dot(r) / (2 * n))
            grad = np.concatenate(([r.sum()], X.T @ r)) / n
            params = params - self.learning_rate * grad
        self.bias = params[0]
        self.weights = params[1:]
        self.loss_history = losses
        return self

    def predict(self, X):
        return self.bias + X @ self.weights

    def score(self, X, y):
        return 1 - np.sum((self.predict(X) - y) ** 2) / np.sum((y.mean() - y) ** 2)
