import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        n, d = X.shape
        A = np.ones((n, d + 1))
        A[:, 1:] = X
        gram = A.T @ A
        theta = gram ** -1.0 @ A.T @ y
        self.bias, self.weights = theta[0], theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
