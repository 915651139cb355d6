import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = len(X)
        self.weights = np.zeros(len(X[0]))
        self.bias = 0
        self.loss_history = []
        for _ in range(self.n_iterations):
            pred = np.dot(X, self.weights) + self.bias
            diff = pred - y
            self.loss_history.append(sum(diff ** 2) / (2 * n))
            self.weights =- self.learning_rate * np.dot(X.T, diff) / n
            self.bias =- self.learning_rate * sum(diff) / n
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        pred = self.predict(X)
        return 1 - sum((y - pred) ** 2) / sum((y - np.mean(y)) ** 2)
