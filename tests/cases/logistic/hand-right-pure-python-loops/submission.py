import math

import numpy as np


def sigmoid_one(t):
    if t >= 0:
        return 1.0 / (1.0 + math.exp(-t))
    e = math.exp(t)
    return e / (1.0 + e)


def dot(a, b):
    return sum(i * j for i, j in zip(a, b))


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z)
        return np.array([sigmoid_one(float(t)) for t in z.ravel()]).reshape(z.shape)

    def fit(self, X, y):
        rows = [[float(v) for v in row] for row in X]
        labels = [int(v) for v in y]
        n = len(rows)
        d = len(rows[0])
        w = [0.0] * d
        b = 0.0
        history = []

        for _ in range(self.n_iterations):
            loss = 0.0
            grad_w = [0.0] * d
            grad_b = 0.0
            for row, label in zip(rows, labels):
                p = sigmoid_one(dot(w, row) + b)
                # only one of the two terms is ever non-zero
                chance = p if label == 1 else 1.0 - p
                loss -= math.log(max(chance, 1e-15))
                error = p - label
                for j in range(d):
                    grad_w[j] += error * row[j]
                grad_b += error
            history.append(loss / n)
            w = [wj - self.learning_rate * gj / n for wj, gj in zip(w, grad_w)]
            b = b - self.learning_rate * grad_b / n

        self.weights = np.array(w)
        self.bias = b
        self.loss_history = history
        return self

    def predict_proba(self, X):
        return np.array([sigmoid_one(dot(self.weights, row) + self.bias) for row in X])

    def predict(self, X, threshold=0.5):
        return np.array([1 if p >= threshold else 0 for p in self.predict_proba(X)], dtype=int)

    def accuracy(self, X, y):
        hits = 0
        for guess, truth in zip(self.predict(X), y):
            if guess == truth:
                hits += 1
        return hits / len(y)
