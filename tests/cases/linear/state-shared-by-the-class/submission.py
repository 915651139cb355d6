import numpy as np


class LinearRegression:

    weights = None
    bias = 0.0
    loss_history = []

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history.clear()
        for i in range(self.n_iterations):
            e = X.dot(self.weights) + self.bias - y
            self.loss_history.append(e.dot(e) / (2 * n))
            self.weights = self.weights - self.learning_rate * X.T.dot(e) / n
            self.bias = self.bias - self.learning_rate * e.sum() / n
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        e = y - self.predict(X)
        return 1 - e.dot(e) / ((y - y.mean()) ** 2).sum()
