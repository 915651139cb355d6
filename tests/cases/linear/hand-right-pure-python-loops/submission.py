import numpy as np


def dot(a, b):
    return sum(ai * bi for ai, bi in zip(a, b))


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        rows = [[float(v) for v in row] for row in X]
        targets = [float(t) for t in y]
        n = len(rows)
        columns = list(zip(*rows))
        w = [0.0] * len(columns)
        b = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            errors = [dot(row, w) + b - t for row, t in zip(rows, targets)]
            self.loss_history.append(sum(e * e for e in errors) / (2 * n))
            grad = [dot(col, errors) / n for col in columns]
            b = b - self.learning_rate * sum(errors) / n
            w = [wj - self.learning_rate * gj for wj, gj in zip(w, grad)]
        self.weights = np.array(w)
        self.bias = b
        return self

    def predict(self, X):
        return np.array([dot(row, self.weights) + self.bias for row in X])

    def score(self, X, y):
        mean = sum(y) / len(y)
        predicted = self.predict(X)
        unexplained = sum((t - p) ** 2 for t, p in zip(y, predicted))
        total = sum((t - mean) ** 2 for t in y)
        return float(1 - unexplained / total)
