import numpy as np


class LogisticRegression:
    """Logistic regression trained with mini-batch SGD."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.batch_size = 8
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        a = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, a) / (1 + a)

    def _loss(self, X, y):
        z = X @ self.weights + self.bias
        return np.mean(np.logaddexp(0, z) - y * z)

    def _batches(self, n):
        order = np.random.permutation(n)
        for start in range(0, n, self.batch_size):
            yield order[start:start + self.batch_size]

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for epoch in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            for idx in self._batches(n):
                r = self.predict_proba(X[idx]) - y[idx]
                self.weights = self.weights - self.learning_rate * X[idx].T @ r / len(idx)
                self.bias = self.bias - self.learning_rate * r.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
