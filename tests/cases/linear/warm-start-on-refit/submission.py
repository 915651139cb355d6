import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape
        if self.weights is None:
            self.weights = np.zeros(n_features)
            self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            y_hat = self.predict(X)
            self.loss_history.append(((y_hat - y) ** 2).sum() / 2 / n_samples)
            dw = np.dot(X.T, y_hat - y) / n_samples
            db = np.sum(y_hat - y) / n_samples
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        u = np.sum((y - self.predict(X)) ** 2)
        v = np.sum((y - np.mean(y)) ** 2)
        return 1 - u / v
