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
        w, b, losses = np.zeros(d), 0.0, []
        for _ in range(self.n_iterations):
            err = X.dot(w) + b - y
            losses.append(np.linalg.norm(err) ** 2 / (2 * n))
            w = w - self.learning_rate / n * X.T.dot(err)
            b = b - self.learning_rate / n * err.sum()
        self.weights, self.bias, self.loss_history = w, b, losses
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        """R^2, the square of the correlation coefficient."""
        r = np.corrcoef(y, self.predict(X))[0, 1]
        return r ** 2
