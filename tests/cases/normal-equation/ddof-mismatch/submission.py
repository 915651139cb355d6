import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        # w = Cov(X)^-1 Cov(X, y)
        cov_xx = np.atleast_2d(np.cov(X, rowvar=False))
        cov_xy = np.mean((X - X.mean(axis=0)) * (y - y.mean())[:, None], axis=0)
        self.weights = np.linalg.solve(cov_xx, cov_xy)
        self.bias = y.mean() - X.mean(axis=0) @ self.weights
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
