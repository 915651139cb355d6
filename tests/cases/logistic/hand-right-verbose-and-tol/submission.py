import logging

import numpy as np

log = logging.getLogger(__name__)


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, tol=None, verbose=False, print_every=100):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.tol = tol              # None: never stop early
        self.verbose = verbose
        self.print_every = print_every
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(np.asarray(z, dtype=float), -709.0, 709.0)
        return 1.0 / (1.0 + np.exp(-z))

    def _binary_cross_entropy(self, y, p):
        tiny = 1e-15
        positive = y == 1
        picked = np.where(positive, p, 1.0 - p)     # probability of the class that was observed
        return -np.log(np.maximum(picked, tiny)).mean()

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        previous = np.inf

        for iteration in range(1, self.n_iterations + 1):
            p = self.predict_proba(X)
            loss = self._binary_cross_entropy(y, p)
            self.loss_history.append(loss)

            if self.verbose and iteration % self.print_every == 0:
                log.info("iteration %d: loss %.6f", iteration, loss)
            if self.tol is not None and abs(previous - loss) < self.tol:
                break
            previous = loss

            error = p - y
            gradient = {"weights": X.T @ error / n, "bias": error.sum() / n}
            for name, value in gradient.items():
                setattr(self, name, getattr(self, name) - self.learning_rate * value)
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        proba = self.predict_proba(X)
        labels = np.ones(proba.shape, dtype=int)
        labels[proba < threshold] = 0
        return labels

    def accuracy(self, X, y):
        return np.mean([a == b for a, b in zip(self.predict(X), y)])
