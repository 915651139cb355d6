import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 0.5 + 0.5 * np.tanh(0.5 * np.asarray(z))

    def fit(self, X, y):
        self.loss_history = []
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        i = 0
        while i <= self.n_iterations:
            p = self.predict_proba(X)
            self.loss_history.append(self._loss(y, p))
            gradient = X.T.dot(p - y) / len(X)
            self.bias = self.bias - self.learning_rate * np.mean(p - y)
            self.weights = self.weights - self.learning_rate * gradient
            i += 1
        return self

    def _loss(self, y, p):
        eps = 1e-12
        return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.sum(self.predict(X) == y) / len(y)
