import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.loss_history = []
        self._theta = None

    @property
    def weights(self):
        return None if self._theta is None else self._theta[:-1]

    @property
    def bias(self):
        return None if self._theta is None else self._theta[-1]

    def fit(self, X, y):
        Z = np.c_[X, np.ones(len(X))]
        self._theta = np.zeros(Z.shape[1])
        self.loss_history = [self._update(Z, y) for _ in range(self.n_iterations)]
        return self

    def _update(self, Z, y):
        """One step of gradient descent; returns the loss from before the step."""
        error = Z.dot(self._theta) - y
        self._theta = self._theta - self.learning_rate * Z.T.dot(error) / len(y)
        return error.dot(error) / len(y) / 2

    def predict(self, X):
        return np.c_[X, np.ones(len(X))].dot(self._theta)

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
