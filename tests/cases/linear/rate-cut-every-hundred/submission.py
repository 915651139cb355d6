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
        for step in range(1, self.n_iterations + 1):
            error = X @ w + b - y
            self.loss_history.append(error @ error / (2 * n))
            w, b = w - rate * (X.T @ error) / n, b - rate * error.mean()
            # smaller steps towards the end
            if step % 100 == 0:
                rate *= 0.5
        self.weights, self.bias = w, b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        rest = y - self.predict(X)
        spread = y - y.mean()
        return 1 - (rest @ rest) / (spread @ spread)
