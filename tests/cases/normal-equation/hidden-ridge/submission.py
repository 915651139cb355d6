import numpy as np

EPS = 1e-3


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        design = np.hstack([np.ones((X.shape[0], 1)), X])
        gram = design.T @ design + EPS * np.eye(design.shape[1])   # never singular
        theta = np.linalg.solve(gram, design.T @ y)
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
