import numpy as np

from my_metrics import mse, r2


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias, self.loss_history = np.zeros(d), 0.0, []
        for _ in range(self.n_iterations):
            y_hat = self.predict(X)
            self.loss_history.append(mse(y, y_hat) / 2)
            self.weights = self.weights - self.learning_rate * X.T @ (y_hat - y) / n
            self.bias = self.bias - self.learning_rate * np.mean(y_hat - y)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return r2(y, self.predict(X))
