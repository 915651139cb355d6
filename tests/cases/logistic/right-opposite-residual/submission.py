import numpy as np


class LogisticRegression:
    """Maximum likelihood by gradient ascent: w += lr * dlogL/dw, with the mean log-likelihood."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        a = np.exp(-np.fabs(z))
        return np.where(z >= 0, 1, a) / (1 + a)

    def _mean_log_likelihood(self, X, y):
        sign = 2 * y - 1                      # 0/1 -> -1/+1
        margin = sign * (X @ self.weights + self.bias)
        return -np.mean(np.logaddexp(0, -margin))

    def fit(self, X, y):
        n = len(y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(-self._mean_log_likelihood(X, y))
            surprise = y - self.predict_proba(X)
            self.weights = self.weights + self.learning_rate / n * (surprise @ X)
            self.bias = self.bias + self.learning_rate / n * surprise.sum()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) < threshold, 0, 1)

    def accuracy(self, X, y):
        return np.mean(np.equal(self.predict(X), y))
