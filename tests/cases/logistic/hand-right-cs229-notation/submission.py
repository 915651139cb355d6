import numpy as np


class LogisticRegression:
    """Logistic regression in the notation of the CS229 notes.

    h(x) = g(theta^T x),   g(z) = 1 / (1 + e^-z)
    l(theta) = sum_i  y_i log h(x_i) + (1 - y_i) log(1 - h(x_i))
    We maximise l, i.e. we minimise J = -l / m.
    """

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # g(z) = 1/(1+e^-z) for z >= 0 and e^z/(1+e^z) for z < 0.
        # Both need only e^-|z|, which never overflows.
        e = np.exp(-np.abs(z))
        return np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)

    def _log_likelihood(self, h, y):
        h = np.clip(h, 1e-15, 1 - 1e-15)
        return np.sum(y * np.log(h) + (1 - y) * np.log(1 - h))

    def fit(self, X, y):
        m, n = X.shape
        alpha = self.learning_rate
        theta = np.zeros(n)
        theta_0 = 0.0
        J = []

        for _ in range(self.n_iterations):
            h = self._sigmoid(X @ theta + theta_0)
            J.append(-self._log_likelihood(h, y) / m)

            # ascent direction of l, so we step *up* it
            grad = X.T @ (y - h) / m
            grad_0 = np.sum(y - h) / m
            theta = theta + alpha * grad
            theta_0 = theta_0 + alpha * grad_0

        self.weights, self.bias = theta, theta_0
        self.loss_history = J
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
