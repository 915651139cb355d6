import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.loss_history = []

    def fit(self, X, y):
        n = len(y)
        self.weights, self.bias = np.zeros(X.shape[1]), 0.0
        for _ in range(self.n_iterations):
            e = X @ self.weights + self.bias - y
	    self.loss_history.append(e @ e / (2 * n))
            self.weights = self.weights - self.learning_rate * X.T @ e / n
            self.bias = self.bias - self.learning_rate * e.mean()
        return self
