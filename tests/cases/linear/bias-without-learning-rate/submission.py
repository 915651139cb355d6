import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = X.shape[0]
        W = np.zeros((X.shape[1], 1))
        b = 0.0
        Y = y.reshape(-1, 1)
        self.loss_history = []
        for _ in range(self.n_iterations):
            E = np.dot(X, W) + b - Y
            self.loss_history.append(float(np.sum(E * E)) / (2 * n))
            dW = np.dot(X.T, E) / n
            db = float(np.sum(E)) / n
            W -= self.learning_rate * dW
            b -= db
        self.weights = W[:, 0]
        self.bias = b
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - np.mean(y)) ** 2)
