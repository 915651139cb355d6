import numpy as np


class LinearRegression:
    """House prices, from scratch :)"""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _hypothesis(self, X):
        return X.dot(self.weights) + self.bias

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        n = y.shape[0]

        for _ in range(self.n_iterations):
            diff = self._hypothesis(X) - y
            self.loss_history.append(diff.dot(diff) / (2 * n))
            dw, db = X.T.dot(diff) / n, diff.sum() / n
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict(self, X):
        # a price can not be negative
        return np.maximum(0, self._hypothesis(X))

    def score(self, X, y):
        preds = self.predict(X)
        return 1 - np.sum((y - preds) ** 2) / np.sum((y - np.mean(y)) ** 2)
