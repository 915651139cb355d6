import numpy as np


class LogisticRegression:
    """Gradient descent on the binary cross-entropy, one parameter block at a time."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0, -np.asarray(z)))

    def _predict_raw(self, X):
        return np.matmul(X, self.weights) + self.bias

    def _grad_weights(self, X, y):
        p = self._sigmoid(self._predict_raw(X))
        return np.matmul(X.T, p - y) / X.shape[0]

    def _grad_bias(self, X, y):
        p = self._sigmoid(self._predict_raw(X))
        return np.mean(p - y)

    def _loss(self, X, y):
        z = self._predict_raw(X)
        return np.mean(np.logaddexp(0, z) - y * z)

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            self.weights = self.weights - self.learning_rate * self._grad_weights(X, y)
            self.bias = self.bias - self.learning_rate * self._grad_bias(X, y)
        return self

    def predict_proba(self, X):
        return self._sigmoid(self._predict_raw(X))

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
