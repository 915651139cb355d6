import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = np.zeros(1)
        self.loss_history = []
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append(np.sum(error ** 2) / (2 * n))
            self.weights -= self.learning_rate / n * (X.T @ error)
            self.bias -= self.learning_rate / n * np.sum(error)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        sse = np.sum((y - self.predict(X)) ** 2)
        sst = np.sum((y - np.average(y)) ** 2)
        return 1 - sse / sst
