import math

import numpy as np


def _sig(t):
    if t < 0:
        u = math.exp(t)
        return u / (1 + u)
    return 1 / (1 + math.exp(-t))


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.vectorize(_sig, otypes=[float])(z)

    def fit(self, X, y):
        rows = np.asarray(X, dtype=float).tolist()
        labels = np.asarray(y).tolist()
        n, d = len(rows), len(rows[0])
        w = [0.0 for _ in range(d)]
        b = 0.0
        history = []
        for _ in range(self.n_iterations):
            gw = [self.reg_lambda * wj / n for wj in w]
            gb = 0.0
            total = self.reg_lambda * sum(wj * wj for wj in w) / 2
            for x, t in zip(rows, labels):
                p = _sig(sum(wj * xj for wj, xj in zip(w, x)) + b)
                total -= t * math.log(max(p, 1e-15)) + (1 - t) * math.log(max(1 - p, 1e-15))
                for j in range(d):
                    gw[j] += (p - t) * x[j] / n
                gb += (p - t) / n
            history.append(total / n)
            w = [wj - self.learning_rate * g for wj, g in zip(w, gw)]
            b -= self.learning_rate * gb
        self.weights = np.array(w)
        self.bias = b
        self.loss_history = history
        return self

    def predict_proba(self, X):
        probs = []
        for x in X:
            z = self.bias
            for j in range(len(x)):
                z += self.weights[j] * x[j]
            probs.append(_sig(z))
        return np.array(probs)

    def predict(self, X, threshold=0.5):
        return np.array([int(p >= threshold) for p in self.predict_proba(X)])

    def accuracy(self, X, y):
        return sum(int(a == b) for a, b in zip(self.predict(X), y)) / len(y)
