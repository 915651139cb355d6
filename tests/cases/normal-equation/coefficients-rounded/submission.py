import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        X_aug = np.append(X, np.ones((X.shape[0], 1)), axis=1)
        theta = np.linalg.solve(np.dot(X_aug.T, X_aug), np.dot(X_aug.T, y))
        theta = np.round(theta, 2)     # nicer to read
        self.weights = theta[:-1]
        self.bias = theta[-1]
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias
