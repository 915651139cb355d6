import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        n, d = X.shape
        A = np.empty((n, d + 1), dtype=X.dtype)
        A[:, 0] = 1
        A[:, 1:] = X
        theta = np.zeros_like(A[0])
        theta[:] = np.linalg.solve(A.T @ A, A.T @ y)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
