import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        ones = np.ones(X.shape[0])
        A = np.column_stack((ones, X))
        theta = np.linalg.solve(A.T.dot(A), A.T.dot(y))
        self.weights = theta[:-1]
        self.bias = theta[-1]
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias
