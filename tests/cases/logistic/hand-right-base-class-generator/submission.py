from abc import ABC, abstractmethod
from itertools import islice

import numpy as np


def stable_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.piecewise(
        z,
        [z >= 0, z < 0],
        [lambda t: 1 / (1 + np.exp(-t)), lambda t: np.exp(t) / (1 + np.exp(t))],
    )


def xlogy(x, p):
    """x * log(p), with 0 where x is 0 and a floor under p."""
    return np.where(x == 0, 0.0, x * np.log(np.maximum(p, 1e-300)))


def bce(y, p):
    return -np.mean(xlogy(y, p) + xlogy(1 - y, 1 - p))


def descend(X, y, rate):
    """Yield (loss, weights, bias) for ever; the parameters are those after the update."""
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    while True:
        p = stable_sigmoid(X @ w + b)
        loss = bce(y, p)
        w, b = w - rate * (X.T @ (p - y)) / n, b - rate * np.sum(p - y) / n
        yield loss, w, b


class BinaryClassifier(ABC):
    @abstractmethod
    def predict_proba(self, X): ...

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return float(np.mean(self.predict(X) == y))


class LogisticRegression(BinaryClassifier):
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return stable_sigmoid(z)

    def fit(self, X, y):
        self.loss_history = []
        states = descend(np.asarray(X, dtype=float), np.asarray(y, dtype=float), self.learning_rate)
        for loss, self.weights, self.bias in islice(states, self.n_iterations):
            self.loss_history.append(loss)
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.matmul(X, self.weights) + self.bias)
