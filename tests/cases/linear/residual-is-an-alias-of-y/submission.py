import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = len(y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            residual = y
            residual -= self.predict(X)
            self.loss_history.append(np.dot(residual, residual) / (2 * n))
            self.weights = self.weights + self.learning_rate * np.dot(X.T, residual) / n
            self.bias = self.bias + self.learning_rate * residual.mean()
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        ss_res = np.square(y - self.predict(X)).sum()
        ss_tot = np.square(y - y.mean()).sum()
        return 1 - ss_res / ss_tot
