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
        w, b, self.loss_history = np.zeros(d), 0.0, []
        for _ in range(self.n_iterations):
            r = X @ w + b - y
            self.loss_history.append(r @ r / (2 * n))
            w, b = w - self.learning_rate * X.T @ r / n, b - self.learning_rate * r.mean()
        self.weights, self.bias = w, b
        return self

    def predict(self, X):
        result = np.zeros(len(X))
        i = 0
        while i < len(X):
            result[i] = np.dot(X[i], self.weights) + self.bias
        return result

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
