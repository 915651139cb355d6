import numpy as np


class LogisticRegression:
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
    def _augment(X):
        return np.c_[X, np.ones(len(X))]

    @staticmethod
    def _sigmoid(z):
        z = np.asarray(z, dtype=np.float64)
        result = np.exp(np.minimum(z, 0))           # numerator: 1 or e^z
        result /= 1 + np.exp(-np.abs(z))            # denominator: 1 + e^-|z|
        return result

    @staticmethod
    def _loss(p, y):
        q = p.clip(1e-15, 1 - 1e-15)
        return -np.mean(np.log(np.where(y, q, 1 - q)))

    def fit(self, X, y):
        A = self._augment(X)
        n = A.shape[0]
        theta = np.zeros(A.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self._sigmoid(A @ theta)
            self.loss_history.append(self._loss(p, y))
            theta -= self.learning_rate / n * (A.T @ (p - y))
        self._theta = theta
        return self

    def predict_proba(self, X):
        return self._sigmoid(self._augment(X) @ self._theta)

    def predict(self, X, threshold=0.5):
        return np.asarray(self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
