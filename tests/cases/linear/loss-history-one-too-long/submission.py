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
        self.weights = np.zeros(d)
        self.bias = 0.0
        error = -y
        self.loss_history = [np.sum(error**2) / (2 * n)]     # loss of the untrained model
        for _ in range(self.n_iterations):
            self.weights = self.weights - self.learning_rate * X.T @ error / n
            self.bias = self.bias - self.learning_rate * error.mean()
            error = X @ self.weights + self.bias - y
            self.loss_history.append(np.sum(error**2) / (2 * n))
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        numerator = ((y - self.predict(X)) ** 2).sum()
        denominator = ((y - y.mean()) ** 2).sum()
        return 1 - numerator / denominator
