import numpy as np


def computeCost(X, y, theta):
    m = len(y)
    J = 1/2*m * np.sum(np.power(X @ theta - y, 2))
    return J


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        m = len(y)
        X = np.insert(X.astype(float), 0, 1, axis=1)
        theta = np.zeros(X.shape[1])
        self.loss_history = []
        for iter in range(self.n_iterations):
            self.loss_history.append(computeCost(X, y, theta))
            theta = theta - self.learning_rate * (1/m) * (X.T @ (X @ theta - y))
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X))**2) / np.sum((y - np.mean(y))**2)
