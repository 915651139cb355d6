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
        rate = self.learning_rate
        for _ in range(self.n_iterations):
            error = X @ w + b - y
            loss = error @ error / (2 * n)
            if self.loss_history and loss > self.loss_history[-1]:
                rate /= 2
            self.loss_history.append(loss)
            w, b = w - rate * (X.T @ error) / n, b - rate * error.mean()
        self.weights, self.bias = w, b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        rest = y - self.predict(X)
        spread = y - y.mean()
        return 1 - (rest @ rest) / (spread @ spread)
