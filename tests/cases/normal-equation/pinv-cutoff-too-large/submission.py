import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        A = np.column_stack([np.ones(X.shape[0]), X])
        # generous cutoff, otherwise collinear features blow up the weights
        theta = np.linalg.pinv(A, rcond=0.1) @ y
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
