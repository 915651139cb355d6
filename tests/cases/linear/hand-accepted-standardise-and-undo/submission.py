import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        # gradient descent crawls on features of different scales, so scale them first
        mu = X.mean(axis=0)
        sigma = X.std(axis=0)
        sigma = np.where(sigma == 0, 1.0, sigma)  # constant columns
        Z = (X - mu) / sigma

        n_samples, n_features = Z.shape
        w = np.zeros(n_features)
        b = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            error = Z @ w + b - y
            self.loss_history.append(np.sum(error**2) / (2 * n_samples))
            dw = Z.T @ error / n_samples
            db = np.sum(error) / n_samples
            w -= self.learning_rate * dw
            b -= self.learning_rate * db

        # back to the units of X:  w . (x - mu) / sigma + b
        self.weights = w / sigma
        self.bias = b - np.sum(w * mu / sigma)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        ss_res = np.sum((y - self.predict(X)) ** 2)
        ss_tot = np.sum((y - np.mean(y)) ** 2)
        return 1 - ss_res / ss_tot
