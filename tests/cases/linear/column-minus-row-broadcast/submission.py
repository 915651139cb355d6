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
        w = np.zeros((d, 1))
        b = 0.0
        self.loss_history = []
        for i in range(self.n_iterations):
            y_pred = X @ w + b
            error = y_pred - y
            self.loss_history.append(np.mean(error ** 2) / 2)
            # mean over axis 1 so that the shape is (d, 1) again, otherwise w explodes to (d, n)
            dw = (X.T @ error).mean(axis=1, keepdims=True) / n
            db = np.mean(error)
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db
        self.weights = w.flatten()
        self.bias = b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X))**2) / np.sum((y - y.mean())**2)
