import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        x_bar = X.mean(axis=0)
        y_bar = y.mean()
        slopes = []
        for j in range(X.shape[1]):
            dx = X[:, j] - x_bar[j]
            slopes.append(np.sum(dx * (y - y_bar)) / np.sum(dx ** 2))
        self.weights = np.array(slopes)
        self.bias = y_bar - np.dot(x_bar, self.weights)
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias
