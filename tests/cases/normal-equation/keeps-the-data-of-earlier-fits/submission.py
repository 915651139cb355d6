import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights = None
        self.bias = None
        self._X = None
        self._y = None

    def fit(self, X, y):
        if self._X is None:
            self._X, self._y = X.copy(), y.copy()
        else:
            self._X = np.vstack([self._X, X])
            self._y = np.concatenate([self._y, y])
        A = np.column_stack([self._X, np.ones(len(self._X))])
        *w, b = np.linalg.lstsq(A, self._y, rcond=None)[0]
        self.weights, self.bias = np.array(w), b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
