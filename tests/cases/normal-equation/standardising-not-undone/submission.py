import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None
        self.mean_ = None
        self.std_ = None

    def fit(self, X, y):
        self.mean_ = X.mean(axis=0)
        self.std_ = X.std(axis=0)
        Z = (X - self.mean_) / self.std_
        Z = np.c_[np.ones(Z.shape[0]), Z]
        theta = np.linalg.solve(Z.T @ Z, Z.T @ y)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
