import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0)))

    def _hypothesis(self, theta, X):
        return self._sigmoid(np.dot(X, theta))

    def _J(self, theta, X, y):
        m = y.size
        h = self._hypothesis(theta, X)
        h = np.clip(h, 1e-10, 1 - 1e-10)
        return (1 / m) * np.sum(-y * np.log(h) - (1 - y) * np.log(1 - h))

    def fit(self, X, y):
        m, n = X.shape
        X1 = np.hstack([X, np.ones((m, 1))])      # x0 = 1 for the intercept
        theta = np.zeros(n + 1)
        self.loss_history = []

        for _ in range(self.n_iterations):
            self.loss_history.append(self._J(theta, X1, y))
            h = self._hypothesis(theta, X1)
            theta = theta - (self.learning_rate / m) * np.dot(X1.T, h - y)

        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
