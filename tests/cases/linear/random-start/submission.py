import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def initialize_parameters(self, n_features):
        self.weights = np.random.randn(n_features)
        self.bias = np.random.randn()

    def fit(self, X, y):
        self.initialize_parameters(X.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            y_hat = self.predict(X)
            self.loss_history.append(0.5 * np.mean((y_hat - y) ** 2))
            dw = X.T @ (y_hat - y) / X.shape[0]
            db = np.mean(y_hat - y)
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
