import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, momentum=0.9):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.momentum = momentum
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias = np.zeros(d), 0.0
        vel_w, vel_b = np.zeros(d), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            r = X @ self.weights + self.bias - y
            self.loss_history.append(r @ r / (2 * n))
            vel_w = self.momentum * vel_w - self.learning_rate * (r @ X) / n
            vel_b = self.momentum * vel_b - self.learning_rate * r.mean()
            self.weights = self.weights + vel_w
            self.bias = self.bias + vel_b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        r = y - self.predict(X)
        return 1 - r @ r / np.sum((y - y.mean()) ** 2)
