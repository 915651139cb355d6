import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        x_mean, y_mean = X.mean(axis=0), y.mean()
        Xc, yc = X - x_mean, y - y_mean
        if np.linalg.matrix_rank(Xc) < X.shape[1]:
            raise np.linalg.LinAlgError("features are collinear")
        self.weights = np.linalg.solve(Xc.T @ Xc, Xc.T @ yc)
        # the plane goes through the point of means
        self.bias = y_mean - x_mean @ self.weights
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
