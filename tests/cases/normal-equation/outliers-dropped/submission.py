import numpy as np


class LinearRegressionClosed:
    def __init__(self):
        self.weights, self.bias = None, None

    @staticmethod
    def _without_outliers(X, y, threshold=3.5):
        """Keep what is within some robust z-scores of the median (Iglewicz and Hoaglin)."""
        spread = np.median(np.abs(y - np.median(y)))
        if spread == 0:
            return X, y
        inlier = 0.6745 * np.abs(y - np.median(y)) / spread < threshold * 10
        return X[inlier], y[inlier]

    def fit(self, X, y):
        X, y = self._without_outliers(np.asarray(X, dtype=float), np.asarray(y, dtype=float))
        A = np.hstack([X, np.ones((X.shape[0], 1))])
        *slopes, self.bias = np.linalg.pinv(A) @ y
        self.weights = np.array(slopes)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
