import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0, -np.asarray(z)))

    def negative_log_likelihood(self, z, y):
        return -np.sum(y * z - np.logaddexp(0, z))

    def fit(self, X, y):
        m = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = np.dot(X, self.weights) + self.bias
            self.loss_history.append(self.negative_log_likelihood(z, y))
            delta = self._sigmoid(z) - y
            self.weights -= self.learning_rate * np.dot(X.T, delta) / m
            self.bias -= self.learning_rate * np.sum(delta) / m
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
