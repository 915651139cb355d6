import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = np.empty(0)

    def fit(self, X, y):
        n, d = X.shape
        weights = np.zeros(d)
        bias = 0.0
        losses = np.empty(self.n_iterations)

        for t in range(self.n_iterations):
            diff = X @ weights + bias - y
            losses[t] = np.square(diff).sum() / (2.0 * n)
            weights, bias = (
                weights - self.learning_rate * (X.T @ diff) / n,
                bias - self.learning_rate * diff.sum() / n,
            )

        self.weights, self.bias, self.loss_history = weights, bias, losses
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        unexplained = np.square(y - self.predict(X)).sum()
        return 1.0 - unexplained / np.square(y - y.mean()).sum()
