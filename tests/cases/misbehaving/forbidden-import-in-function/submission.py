import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples = X.shape[0]
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for _ in range(self.n_iterations):
            diff = self.predict(X) - y
            self.loss_history.append(np.sum(diff**2) / (2 * n_samples))
            self.weights = self.weights - self.learning_rate * np.dot(X.T, diff) / n_samples
            self.bias = self.bias - self.learning_rate * np.sum(diff) / n_samples
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        from sklearn.metrics import r2_score
        return r2_score(y, self.predict(X))
