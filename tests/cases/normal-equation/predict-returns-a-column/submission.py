import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        Y = y.reshape(-1, 1)
        A = np.hstack((np.ones_like(Y, dtype=float), X))
        self._theta = np.linalg.pinv(A) @ Y
        self.bias = self._theta[0, 0]
        self.weights = self._theta[1:, 0]
        return self

    def predict(self, X):
        A = np.hstack((np.ones((X.shape[0], 1)), X))
        return A @ self._theta
