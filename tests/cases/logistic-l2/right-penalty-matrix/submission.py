import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.theta = None
        self.loss_history = []

    # theta = (w_1 ... w_d, b)
    @property
    def weights(self):
        return None if self.theta is None else self.theta[:-1]

    @property
    def bias(self):
        return None if self.theta is None else float(self.theta[-1])

    def _sigmoid(self, z):
        return 1 / (1 + np.exp(np.clip(-np.asarray(z, dtype=float), -500, 500)))

    @staticmethod
    def _design(X):
        return np.column_stack([X, np.ones(len(X))])

    def fit(self, X, y):
        D = self._design(X)
        n, k = D.shape
        P = np.eye(k)
        P[-1, -1] = 0.0
        self.theta = np.zeros(k)
        self.loss_history = []
        for _ in range(self.n_iterations):
            h = self._sigmoid(D @ self.theta)
            hs = np.clip(h, 1e-15, 1 - 1e-15)
            nll = -np.sum(np.log(hs[y == 1])) - np.sum(np.log(1 - hs[y == 0]))
            self.loss_history.append((nll + 0.5 * self.reg_lambda * self.theta @ P @ self.theta) / n)
            grad = (D.T @ (h - y) + self.reg_lambda * P @ self.theta) / n
            self.theta = self.theta - self.learning_rate * grad
        return self

    def predict_proba(self, X):
        return self._sigmoid(self._design(X) @ self.theta)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
