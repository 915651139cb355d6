import numpy as np

class LinearRegressionClosed:

    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        m, n = X.shape
        A = np.ones((m, n + 1))
        A[:, 1:] = X
        theta = np.linalg.pinv(A).dot(y)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias
