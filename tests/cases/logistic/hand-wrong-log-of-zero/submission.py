import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        s = np.empty(z.shape)
        right = z >= 0
        s[right] = 1.0 / (1.0 + np.exp(-z[right]))
        t = np.exp(z[~right])
        s[~right] = t / (1.0 + t)
        return s

    def _loss_and_gradient(self, X, y, w, b):
        n = y.shape[0]
        p = self._sigmoid(X @ w + b)
        loss = -(1 / n) * np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
        dw = (1 / n) * X.T @ (p - y)
        db = (1 / n) * np.sum(p - y)
        return loss, dw, db

    def fit(self, X, y):
        w, b = np.zeros(X.shape[1]), 0.0
        history = []
        for k in range(self.n_iterations):
            loss, dw, db = self._loss_and_gradient(X, y, w, b)
            history.append(loss)
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db
        self.weights, self.bias = w, b
        self.loss_history = history
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.array(self.predict_proba(X) >= threshold, dtype=int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
