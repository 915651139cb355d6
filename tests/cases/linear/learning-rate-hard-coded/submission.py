import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        lr = 0.01
        N = X.shape[0]
        W, b = np.zeros(X.shape[1]), 0
        history = []
        for it in range(self.n_iterations):
            delta = (X * W).sum(axis=1) + b - y
            history.append((delta ** 2).sum() / (2 * N))
            W = W - lr * (X * delta[:, None]).sum(axis=0) / N
            b = b - lr * delta.sum() / N
        self.weights = W
        self.bias = b
        self.loss_history = history
        return self

    def predict(self, X):
        return (X * self.weights).sum(axis=1) + self.bias

    def score(self, X, y):
        return 1 - ((y - self.predict(X)) ** 2).mean() / ((y - y.mean()) ** 2).mean()
