from abc import ABC, abstractmethod

import numpy as np


class Regressor(ABC):
    __slots__ = ()

    @abstractmethod
    def fit(self, X, y): ...

    @abstractmethod
    def predict(self, X): ...

    def score(self, X, y):
        error = y - self.predict(X)
        spread = y - np.mean(y)
        return 1 - (error @ error) / (spread @ spread)


class LinearRegression(Regressor):
    __slots__ = ("learning_rate", "n_iterations", "weights", "bias", "loss_history")

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights, self.bias, self.loss_history = None, None, []

    def fit(self, X, y):
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append((error @ error) / (2 * len(error)))
            self.weights = self.weights - self.learning_rate * np.mean(X * error[:, np.newaxis], axis=0)
            self.bias = self.bias - self.learning_rate * np.mean(error)
        return self

    def predict(self, X):
        return np.matmul(X, self.weights) + self.bias
