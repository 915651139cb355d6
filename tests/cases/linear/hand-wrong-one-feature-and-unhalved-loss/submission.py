import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        # y = m * x + c
        m = 0.0
        c = 0.0
        n = float(len(X))
        x = X[:, 0]
        self.loss_history = []

        for i in range(self.n_iterations):
            Y_pred = m * x + c                       # the current predicted value of Y
            self.loss_history.append((1 / n) * sum((Y_pred - y) ** 2))
            D_m = (1 / n) * sum(x * (Y_pred - y))    # derivative wrt m
            D_c = (1 / n) * sum(Y_pred - y)          # derivative wrt c
            m = m - self.learning_rate * D_m         # update m
            c = c - self.learning_rate * D_c         # update c

        self.weights = np.array([m])
        self.bias = c
        return self

    def predict(self, X):
        return self.weights[0] * X[:, 0] + self.bias

    def score(self, X, y):
        Y_pred = self.predict(X)
        return 1 - sum((y - Y_pred) ** 2) / sum((y - np.mean(y)) ** 2)
