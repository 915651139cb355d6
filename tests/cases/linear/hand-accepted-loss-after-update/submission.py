import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def computeCost(self, X, y, theta):
        m = y.size
        return np.sum((X @ theta - y) ** 2) / (2 * m)

    def fit(self, X, y):
        m = y.size
        X = np.concatenate([np.ones((m, 1)), X], axis=1)
        theta = np.zeros(X.shape[1])
        J_history = []
        for i in range(self.n_iterations):
            theta = theta - (self.learning_rate / m) * (X.T @ (X @ theta - y))

            # save the cost J in every iteration
            J_history.append(self.computeCost(X, y, theta))

        self.bias = theta[0]
        self.weights = theta[1:]
        self.loss_history = J_history
        return self

    def predict(self, X):
        return self.bias + X @ self.weights

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - np.sum((y - y_pred) ** 2) / np.sum((y - np.mean(y)) ** 2)
