import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 1 / (1 + np.exp(-np.clip(z, -500, 500)))

    def _total_loss(self, X, y):
        p = self.predict_proba(X)
        loss = 0
        for yi, pi in zip(y, p):
            pi = min(max(pi, 1e-12), 1 - 1e-12)
            loss -= yi * np.log(pi) + (1 - yi) * np.log(1 - pi)
        return loss

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for epoch in range(self.n_iterations):
            self.loss_history.append(self._total_loss(X, y))
            for xi, yi in zip(X, y):
                yhat = self._sigmoid(np.dot(xi, self.weights) + self.bias)
                error = yi - yhat
                self.weights = self.weights + self.learning_rate * error * xi
                self.bias = self.bias + self.learning_rate * error
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return np.array([int(p >= threshold) for p in self.predict_proba(X)])

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
