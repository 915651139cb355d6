import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def initialize(self, n_features):
        if self.weights is None:
            self.weights = np.zeros(n_features)
            self.bias = 0.0

    def cost(self, X, y):
        return np.sum((self.predict(X) - y) ** 2) / (2 * len(y))

    def update(self, X, y):
        y_pred = self.predict(X)
        dw = -np.dot(X.T, y - y_pred) / len(y)
        db = np.sum(y - y_pred) / len(y)
        self.weights = self.weights - self.learning_rate * dw
        self.bias = self.bias - self.learning_rate * db

    def fit(self, X, y):
        self.initialize(X.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self.cost(X, y))
            self.update(X, y)
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        residual = np.sum((y - self.predict(X)) ** 2)
        total = np.sum((y - np.mean(y)) ** 2)
        return 1 - residual / total
