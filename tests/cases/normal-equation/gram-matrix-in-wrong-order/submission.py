import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        A = np.concatenate([np.ones((len(X), 1)), X], axis=1)
        theta = np.linalg.solve(A @ A.T, A.T @ y)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
