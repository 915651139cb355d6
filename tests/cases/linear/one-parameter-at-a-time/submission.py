import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        m = len(y)
        X = np.c_[np.ones(m), X]
        theta = np.zeros(X.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(np.sum((X.dot(theta) - y) ** 2) / (2 * m))
            temp = theta          # simultaneous update, see Andrew Ng's lecture
            for j in range(len(theta)):
                temp[j] = theta[j] - self.learning_rate * np.sum((X.dot(theta) - y) * X[:, j]) / m
            theta = temp
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
