import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        buf = np.array(z, dtype=float)        # own copy, z may belong to the caller
        np.multiply(buf, 0.5, out=buf)
        np.tanh(buf, out=buf)
        buf += 1.0
        buf *= 0.5
        return buf

    def fit(self, X, y):
        n, d = X.shape
        w = np.zeros(d)
        b = 0.0
        losses = np.empty(self.n_iterations)
        for k in range(self.n_iterations):
            z = X @ w
            z += b
            losses[k] = np.mean(np.logaddexp(0, z) - y * z)
            r = self._sigmoid(z)
            r -= y
            w -= self.learning_rate / n * (X.T @ r)
            b -= self.learning_rate / n * r.sum()
        self.weights = w
        self.bias = b
        self.loss_history = losses
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.greater_equal(self.predict_proba(X), threshold).astype(np.int8)

    def accuracy(self, X, y):
        return np.sum(self.predict(X) == y) / len(y)
