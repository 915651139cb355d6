import math
import numpy as np


def sigmoid_of_number(t):
    if t >= 0:
        return 1.0 / (1.0 + math.exp(-t))
    e = math.exp(t)
    return e / (1.0 + e)


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        values = [sigmoid_of_number(t) for t in z.ravel()]
        return np.array(values, dtype=float).reshape(z.shape)

    def _probability(self, row):
        score = self.bias
        for w, x in zip(self.weights, row):
            score += w * x
        return sigmoid_of_number(score)

    def fit(self, X, y):
        n = len(X)
        d = len(X[0])
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            grad_w = [0.0] * d
            grad_b = 0.0
            loss = 0.0
            for i in range(n):
                p = self._probability(X[i])
                # probability given to the true class, kept away from 0
                q = p if y[i] == 1 else 1.0 - p
                loss -= math.log(max(q, 1e-15))
                err = p - y[i]
                for j in range(d):
                    grad_w[j] += err * X[i][j]
                grad_b += err
            self.loss_history.append(loss / n)
            for j in range(d):
                self.weights[j] -= self.learning_rate * grad_w[j] / n
            self.bias -= self.learning_rate * grad_b / n
        return self

    def predict_proba(self, X):
        return np.array([self._probability(row) for row in X], dtype=float)

    def predict(self, X, threshold=0.5):
        return np.array([1 if p >= threshold else 0 for p in self.predict_proba(X)], dtype=int)

    def accuracy(self, X, y):
        correct = 0
        for guess, truth in zip(self.predict(X), y):
            if guess == truth:
                correct += 1
        return correct / len(y)
