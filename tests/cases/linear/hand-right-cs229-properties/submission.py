import numpy as np


class LinearRegression:
    """LMS with the batch rule  theta := theta + alpha/n * sum_i (y_i - h(x_i)) x_i ."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self._theta = None
        self.loss_history = []

    @property
    def weights(self):
        return None if self._theta is None else self._theta[:-1]

    @property
    def bias(self):
        return None if self._theta is None else self._theta[-1]

    @staticmethod
    def _design(X):
        X = np.asarray(X, dtype=float)
        return np.c_[X, np.ones(len(X))]

    def _h(self, Phi):
        return Phi @ self._theta

    def fit(self, X, y):
        Phi = self._design(X)
        y = np.asarray(y, dtype=float)
        n, d = Phi.shape
        self._theta = np.zeros(d)
        self.loss_history = []
        for _ in range(self.n_iterations):
            residual = y - self._h(Phi)
            self.loss_history.append(residual @ residual / (2 * n))
            self._theta = self._theta + self.learning_rate / n * (Phi.T @ residual)
        return self

    def predict(self, X):
        return self._h(self._design(X))

    def score(self, X, y):
        y = np.asarray(y, dtype=float)
        r = y - self.predict(X)
        c = y - y.mean()
        return 1 - (r @ r) / (c @ c)
