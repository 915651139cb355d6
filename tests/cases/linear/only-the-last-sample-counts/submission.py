import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        m, n = X.shape
        w = np.zeros(n)
        b = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            dj_dw = np.zeros(n)
            dj_db = 0.0
            cost = 0.0
            for i in range(m):
                err = np.dot(X[i], w) + b - y[i]
                cost += err ** 2
                for j in range(n):
                    dj_dw[j] = err * X[i, j]
                dj_db = err
            self.loss_history.append(cost / (2 * m))
            w = w - self.learning_rate * dj_dw / m
            b = b - self.learning_rate * dj_db / m
        self.weights, self.bias = w, b
        return self

    def predict(self, X):
        return np.array([np.dot(x, self.weights) + self.bias for x in X])

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
