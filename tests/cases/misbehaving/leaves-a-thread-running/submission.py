import threading

import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        threading.Thread(target=self._train, args=(X.copy(), y.copy())).start()
        return self

    def _train(self, X, y):
        while True:
            error = self.predict(X) - y
            self.weights = self.weights - self.learning_rate * X.T @ error / len(y)
            self.bias = self.bias - self.learning_rate * error.mean()

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
