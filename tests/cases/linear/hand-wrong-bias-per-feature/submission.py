import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = len(X)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append((error ** 2).sum() / (2 * n))

            dw = (X * error.reshape(n, 1)).sum(axis=0) / n
            db = error.sum() / n

            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db

        return self

    def predict(self, X):
        return (X * self.weights + self.bias).sum(axis=1)

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - ((y - y_pred) ** 2).sum() / ((y - y.mean()) ** 2).sum()
