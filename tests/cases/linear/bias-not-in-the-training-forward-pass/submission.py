import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        N, M = X.shape
        self.weights = np.zeros(M)
        self.bias = 0.0
        self.loss_history = []
        for t in range(self.n_iterations):
            diff = np.dot(X, self.weights) - y
            self.loss_history.append(np.dot(diff, diff) / (2 * N))
            grad_w = np.dot(diff, X) / N
            grad_b = diff.mean()
            self.weights -= self.learning_rate * grad_w
            self.bias -= self.learning_rate * grad_b
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        diff = y - self.predict(X)
        return 1 - np.dot(diff, diff) / np.sum((y - y.mean()) ** 2)
