import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        s = 1 / (1 + np.exp(-z))
        return np.round(s, 3)

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0
        self.loss_history = []

        for k in range(self.n_iterations):
            h = self._sigmoid(np.dot(X, self.weights) + self.bias)
            hc = np.clip(h, 1e-15, 1 - 1e-15)
            J = (-1 / n) * np.sum(y * np.log(hc) + (1 - y) * np.log(1 - hc))
            self.loss_history.append(J)

            self.weights = self.weights - self.learning_rate * (1 / n) * np.dot(X.T, h - y)
            self.bias = self.bias - self.learning_rate * (1 / n) * np.sum(h - y)

        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        h = self.predict_proba(X)
        return np.array([1 if v >= threshold else 0 for v in h])

    def accuracy(self, X, y):
        return np.count_nonzero(self.predict(X) == y) / len(y)
