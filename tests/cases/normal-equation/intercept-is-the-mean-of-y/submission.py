import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        Xc = X - X.mean(axis=0)
        yc = y - y.mean()
        self.weights = np.linalg.solve(Xc.T @ Xc, Xc.T @ yc)
        self.bias = y.mean()
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
