import numpy as np


class LinearRegression:
    def __init__(self, lr=0.01, epochs=1000):
        self.lr = lr
        self.epochs = epochs
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for epoch in range(self.epochs):
            y_hat = X @ self.weights + self.bias
            err = y_hat - y
            self.loss_history.append(np.sum(err**2) / (2 * n))
            self.weights = self.weights - self.lr * (X.T @ err) / n
            self.bias = self.bias - self.lr * np.sum(err) / n
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_hat = self.predict(X)
        return 1 - np.sum((y - y_hat)**2) / np.sum((y - np.mean(y))**2)
