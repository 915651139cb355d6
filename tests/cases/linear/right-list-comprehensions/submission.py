import numpy as np


def dot(a, b):
    return sum(p * q for p, q in zip(a, b))


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        rows, targets = X.tolist(), y.tolist()
        columns = list(zip(*rows))
        n = len(rows)
        w, b = [0.0 for _ in columns], 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            errors = [dot(row, w) + b - t for row, t in zip(rows, targets)]
            self.loss_history.append(dot(errors, errors) / (2 * n))
            w = [wj - self.learning_rate * dot(col, errors) / n for wj, col in zip(w, columns)]
            b = b - self.learning_rate * sum(errors) / n
        self.weights, self.bias = np.array(w), b
        return self

    def predict(self, X):
        return np.array([dot(row, self.weights) + self.bias for row in X])

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
