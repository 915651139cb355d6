import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        design = np.c_[np.ones(len(X)), X]
        # lstsq works on the design matrix itself: condition number not squared
        coef, residuals, rank, sv = np.linalg.lstsq(design, y, rcond=None)
        self.bias, self.weights = coef[0], coef[1:]
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias
