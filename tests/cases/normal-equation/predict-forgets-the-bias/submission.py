import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        A = np.column_stack([np.ones(len(X)), X])
        if np.linalg.matrix_rank(A) < A.shape[1]:
            raise np.linalg.LinAlgError("singular")
        theta = np.linalg.solve(A.T @ A, A.T @ y)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights
