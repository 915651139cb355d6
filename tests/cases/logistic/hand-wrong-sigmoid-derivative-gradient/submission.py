import numpy as np


class LogisticRegression:
    """Single layer network trained with back-propagation."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        pos = np.exp(-np.abs(z))
        return np.where(np.greater_equal(z, 0), 1, pos) / (1 + pos)

    def _sigmoid_prime(self, a):
        return a * (1 - a)

    def feedforward(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def backprop(self, X, y, a):
        m = len(y)
        # chain rule: dC/dz = dC/da * da/dz
        delta = (a - y) * self._sigmoid_prime(a)
        nabla_w = np.dot(X.T, delta) / m
        nabla_b = np.sum(delta) / m
        return nabla_w, nabla_b

    def cross_entropy(self, a, y):
        a = np.clip(a, 1e-12, 1.0 - 1e-12)
        return np.mean(-y * np.log(a) - (1 - y) * np.log(1 - a))

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for epoch in range(self.n_iterations):
            a = self.feedforward(X)
            self.loss_history.append(self.cross_entropy(a, y))
            nabla_w, nabla_b = self.backprop(X, y, a)
            self.weights -= self.learning_rate * nabla_w
            self.bias -= self.learning_rate * nabla_b
        return self

    def predict_proba(self, X):
        return self.feedforward(X)

    def predict(self, X, threshold=0.5):
        return np.where(self.feedforward(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return float(np.sum(self.predict(X) == y)) / len(y)
