import numpy as np


class LinearRegressionClosed:
    def __init__(self, alpha=1.0):
        self.alpha = alpha
        self.weights = None
        self.bias = None

    def _design_matrix(self, X):
        return np.insert(X.astype(np.float64), 0, 1.0, axis=1)

    def fit(self, X, y):
        Phi = self._design_matrix(X)
        penalty = self.alpha * np.identity(Phi.shape[1])
        w = np.linalg.inv(Phi.T @ Phi + penalty) @ Phi.T @ y
        self.bias = w[0]
        self.weights = w[1:]
        return self

    def predict(self, X):
        return self._design_matrix(X) @ np.append(self.bias, self.weights)
