import numpy as np


class LinearRegressionClosed:
    """Remove the mean of y, fit the rest through the origin."""

    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        self.bias = float(np.mean(y))
        coef, *_ = np.linalg.lstsq(X, y - self.bias, rcond=None)
        self.weights = coef
        return self

    def predict(self, X):
        return self.bias + np.dot(X, self.weights)
