import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        Xb = np.c_[np.ones(len(X)), X]
        theta, _, rank, _ = np.linalg.lstsq(Xb, y, rcond=None)
        if rank < Xb.shape[1]:
            raise np.linalg.LinAlgError("rank deficient")
        self.bias = theta[0]
        self.weights = theta[1:]

    def predict(self, X):
        return X @ self.weights + self.bias
