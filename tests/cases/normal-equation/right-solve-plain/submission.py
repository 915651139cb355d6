import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        n = X.shape[0]
        X_b = np.hstack([np.ones((n, 1)), X])
        theta = np.linalg.solve(X_b.T @ X_b, X_b.T @ y)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
