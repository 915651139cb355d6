import numpy as np


class LinearRegression:
    theta = None

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.loss_history = []

    @property
    def weights(self):
        return None if LinearRegression.theta is None else LinearRegression.theta[1:]

    @property
    def bias(self):
        return None if LinearRegression.theta is None else LinearRegression.theta[0]

    def fit(self, X, y):
        m = len(y)
        A = np.column_stack([np.ones(m), X])
        LinearRegression.theta = np.zeros(A.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            h = A @ LinearRegression.theta
            self.loss_history.append(np.sum((h - y) ** 2) / (2 * m))
            LinearRegression.theta = LinearRegression.theta - self.learning_rate * A.T @ (h - y) / m
        return self

    def predict(self, X):
        return np.column_stack([np.ones(len(X)), X]) @ LinearRegression.theta

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
