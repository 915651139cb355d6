import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        mx = X.mean(axis=0)
        my = y.mean()
        X -= mx
        y -= my
        if np.linalg.matrix_rank(X) < X.shape[1]:
            raise np.linalg.LinAlgError("dependent columns")
        self.weights = np.linalg.solve(X.T @ X, X.T @ y)
        self.bias = my - mx @ self.weights
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
