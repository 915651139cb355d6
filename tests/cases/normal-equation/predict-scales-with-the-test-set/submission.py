import numpy as np


def zscore(X):
    sd = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(sd > 0, sd, 1)


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        Z = zscore(X)
        A = np.c_[np.ones(len(Z)), Z]
        theta = np.linalg.lstsq(A, y, rcond=None)[0]
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return zscore(X) @ self.weights + self.bias
