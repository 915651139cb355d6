import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        m, d = X.shape
        theta = np.zeros_like(X[0])
        theta0 = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            h = X.dot(theta) + theta0 - y
            self.loss_history.append((h ** 2).sum() / (2 * m))
            for j in range(d):
                theta[j] = theta[j] - self.learning_rate * (h * X[:, j]).sum() / m
            theta0 = theta0 - self.learning_rate * h.sum() / m
        self.weights = theta
        self.bias = theta0
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        return 1 - ((y - self.predict(X)) ** 2).sum() / ((y - y.mean()) ** 2).sum()
