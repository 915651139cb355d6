import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = 0
        self.loss_history = []

    def fit(self, X, y):
        n = len(y)
        w = np.zeros(X.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            e = np.dot(X, w) - y
            self.loss_history.append(np.dot(e, e) / (2 * n))
            w = w - self.learning_rate * np.dot(X.T, e) / n
        self.weights = w
        return self

    def predict(self, X):
        return np.dot(X, self.weights)

    def score(self, X, y):
        e = y - self.predict(X)
        d = y - np.mean(y)
        return 1 - np.dot(e, e) / np.dot(d, d)
