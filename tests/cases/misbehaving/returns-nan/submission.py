import numpy as np

np.seterr(all="ignore")


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        X = np.column_stack([np.ones(len(X)), X])
        X = (X - X.mean(axis=0)) / X.std(axis=0)      # the column of ones has std 0
        theta = np.zeros(X.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            error = X @ theta - y
            self.loss_history.append(np.mean(error**2) / 2)
            theta = theta - self.learning_rate * X.T @ error / len(y)
        self.bias, self.weights = theta[0], theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
