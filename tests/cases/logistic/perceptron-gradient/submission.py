import numpy as np


class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -600, 600)
        return 1.0 / (1.0 + np.exp(-z))

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            y_hat = self.predict(X)
            self.loss_history.append(self.cross_entropy(X, y))
            self.weights = self.weights - self.learning_rate * np.dot(X.T, y_hat - y) / n_samples
            self.bias = self.bias - self.learning_rate * np.sum(y_hat - y) / n_samples
        return self

    def cross_entropy(self, X, y):
        p = np.clip(self.predict_proba(X), 1e-15, 1 - 1e-15)
        return -np.average(y * np.log(p) + (1 - y) * np.log(1 - p))

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        p = self.predict_proba(X)
        return np.where(p >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.sum(y == self.predict(X)) / len(y)
