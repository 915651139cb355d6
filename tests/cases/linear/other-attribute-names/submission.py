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
        self.w = np.zeros(X.shape[1])
        self.b = 0.
        self.loss_history = []
        for _ in range(self.n_iterations):
            err = self.forward(X) - y
            self.loss_history.append(.5 * np.mean(err ** 2))
            self.w, self.b = self.w - self.learning_rate * X.T @ err / n, self.b - self.learning_rate * err.mean()
        return self

    def forward(self, X):
        return X @ self.w + self.b

    def predict(self, X):
        return self.forward(X)

    def score(self, X, y):
        return 1 - np.sum((y - self.forward(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
