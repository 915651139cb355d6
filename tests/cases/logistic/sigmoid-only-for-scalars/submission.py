import math
import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        if z >= 0:
            return 1 / (1 + math.exp(-z))
        else:
            return math.exp(z) / (1 + math.exp(z))

    def fit(self, X, y):
        n = len(X)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            loss = 0
            for i in range(n):
                pi = min(max(p[i], 1e-15), 1 - 1e-15)
                loss += -(y[i] * math.log(pi) + (1 - y[i]) * math.log(1 - pi))
            self.loss_history.append(loss / n)
            dw = np.zeros_like(self.weights)
            db = 0.0
            for i in range(n):
                dw += (p[i] - y[i]) * X[i]
                db += p[i] - y[i]
            self.weights = self.weights - self.learning_rate * dw / n
            self.bias = self.bias - self.learning_rate * db / n
        return self

    def predict_proba(self, X):
        return np.array([self._sigmoid(np.dot(self.weights, x) + self.bias) for x in X])

    def predict(self, X, threshold=0.5):
        return np.array([int(p >= threshold) for p in self.predict_proba(X)])

    def accuracy(self, X, y):
        return sum(self.predict(X) == y) / len(y)
