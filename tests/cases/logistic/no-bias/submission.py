import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return (1 + np.tanh(np.asarray(z) / 2)) / 2

    def fit(self, X, y):
        theta = np.zeros(X.shape[1])
        m = y.size
        self.loss_history = []
        for i in range(self.n_iterations):
            h = self._sigmoid(np.dot(X, theta))
            self.loss_history.append(self._J(h, y))
            gradient = np.dot(X.T, (h - y)) / m
            theta -= self.learning_rate * gradient
        self.weights = theta
        self.bias = 0.0
        return self

    def _J(self, h, y):
        h = np.clip(h, 1e-15, 1 - 1e-15)
        return (-y * np.log(h) - (1 - y) * np.log(1 - h)).mean()

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights))

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
