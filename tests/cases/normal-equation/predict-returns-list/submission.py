import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        A = np.array([[1.0, *row] for row in X])
        theta = np.linalg.pinv(A.T @ A) @ A.T @ y
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return [self.bias + sum(self.weights * row) for row in X]
