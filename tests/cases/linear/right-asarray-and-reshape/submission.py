import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = float(learning_rate)
        self.n_iterations = int(n_iterations)
        self.weights = None
        self.bias = None
        self.loss_history = []

    @staticmethod
    def _as_2d(X):
        X = np.asarray(X, dtype=np.float64)
        return X.reshape(-1, 1) if X.ndim == 1 else X

    def fit(self, X, y):
        X = self._as_2d(X)
        y = np.asarray(y, dtype=np.float64).reshape(-1)
        if len(X) != len(y):
            raise ValueError(f"X has {len(X)} rows but y has {len(y)}")

        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            err = X.dot(self.weights) + self.bias - y
            self.loss_history.append(np.dot(err, err) / (2 * n))
            self.weights = self.weights - self.learning_rate * X.T.dot(err) / n
            self.bias = self.bias - self.learning_rate * err.sum() / n
        return self

    def predict(self, X):
        return (self._as_2d(X).dot(self.weights) + self.bias).reshape(-1)

    def score(self, X, y):
        y = np.asarray(y, dtype=np.float64).reshape(-1)
        return float(1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2))
