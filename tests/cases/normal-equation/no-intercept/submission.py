import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = 0.0

    def fit(self, X, y):
        XtX = X.T @ X
        Xty = X.T @ y
        self.weights = np.linalg.solve(XtX, Xty)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
