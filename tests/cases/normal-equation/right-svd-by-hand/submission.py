import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        A = np.column_stack((np.ones(len(X)), X))
        U, s, Vt = np.linalg.svd(A, full_matrices=False)
        cutoff = np.finfo(float).eps * max(A.shape) * s[0]
        keep = s > cutoff
        # theta = V S^+ U^T y
        theta = Vt[keep].T @ ((U[:, keep].T @ y) / s[keep])
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
