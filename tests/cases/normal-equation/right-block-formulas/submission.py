import numpy as np


class LinearRegressionClosed:
    """Solves   [ n    s' ] [ b ]   [ sum y ]      s = X' 1
                [ s   X'X ] [ w ] = [ X' y  ]
    """

    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        n, d = X.shape
        s = X.sum(axis=0)
        t = y.sum()
        if np.linalg.matrix_rank(np.column_stack((np.ones(n), X))) <= d:
            raise np.linalg.LinAlgError("linearly dependent columns")
        schur = X.T @ X - np.outer(s, s) / n
        rhs = X.T @ y - s * t / n
        self.weights = np.linalg.solve(schur, rhs)
        self.bias = (t - s @ self.weights) / n
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
