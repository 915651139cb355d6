import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def _add_bias(self, X):
        return np.column_stack((np.ones(X.shape[0]), X))

    def fit(self, X, y):
        X = self._add_bias(X)
        self.weights = np.linalg.lstsq(X, y, rcond=None)[0]
        self.bias = self.weights[0]
        return self

    def predict(self, X):
        return self._add_bias(X) @ self.weights
