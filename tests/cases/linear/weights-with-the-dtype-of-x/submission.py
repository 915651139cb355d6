import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features, dtype=X.dtype)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append(np.mean(np.square(error)) / 2)
            self.weights -= self.learning_rate * (error @ X) / n_samples
            self.bias -= self.learning_rate * np.mean(error)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.square(y - self.predict(X)).sum() / np.square(y - np.mean(y)).sum()
