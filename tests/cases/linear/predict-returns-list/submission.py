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
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            errors = np.array(self.predict(X)) - y
            self.loss_history.append(np.sum(errors ** 2) / (2 * n))
            dw = np.zeros(d)
            for j in range(d):
                dw[j] = np.sum(errors * X[:, j]) / n
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * np.sum(errors) / n
        return self

    def predict(self, X):
        return [float(np.dot(self.weights, x) + self.bias) for x in X]

    def score(self, X, y):
        y_pred = np.array(self.predict(X))
        return 1 - np.sum((y - y_pred) ** 2) / np.sum((y - np.mean(y)) ** 2)
