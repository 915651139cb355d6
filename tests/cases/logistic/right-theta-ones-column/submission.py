import numpy as np


class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        e = np.exp(-np.abs(z))
        return np.where(np.greater_equal(z, 0), 1 / (1 + e), e / (1 + e))

    @staticmethod
    def _add_intercept(X):
        return np.hstack([np.ones((X.shape[0], 1)), X])

    def fit(self, X, y):
        Xb = self._add_intercept(X)
        m = len(y)
        theta = np.zeros(Xb.shape[1])
        self.loss_history = []

        for _ in range(self.n_iterations):
            h = self._sigmoid(Xb @ theta)
            self.loss_history.append(self._cost(h, y))
            grad = Xb.T @ (h - y) / m
            theta -= self.learning_rate * grad

        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def _cost(self, h, y):
        eps = 1e-15
        h = np.minimum(np.maximum(h, eps), 1 - eps)
        return (-y @ np.log(h) - (1 - y) @ np.log(1 - h)) / len(y)

    def predict_proba(self, X):
        theta = np.concatenate([[self.bias], self.weights])
        return self._sigmoid(self._add_intercept(X) @ theta)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
