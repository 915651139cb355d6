import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        y = y.reshape(-1, 1)
        m = y.shape[0]
        X = np.column_stack([np.ones(m), X])        # X = [ones(m,1) X];
        theta = np.zeros([X.shape[1], 1])           # theta = zeros(n+1,1);
        self.loss_history = []

        for k in range(self.n_iterations):
            h = X @ theta
            J = np.sum((h - y) ** 2) / (2 * m)
            self.loss_history.append(J)
            theta = theta - self.learning_rate / m * (X.T @ (h - y))

        self.weights = theta
        self.bias = theta[0, 0]
        return self

    def predict(self, X):
        X = np.column_stack([np.ones(X.shape[0]), X])
        return X @ self.weights

    def score(self, X, y):
        y = y.reshape(-1, 1)
        h = self.predict(X)
        return 1 - np.sum((y - h) ** 2) / np.sum((y - np.mean(y)) ** 2)
