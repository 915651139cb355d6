import logging

import numpy as np

log = logging.getLogger(__name__)


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, verbose=False, tol=None):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.verbose = verbose
        self.tol = tol  # None = run all the iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias, self.loss_history = np.zeros(d), 0.0, []

        for epoch in range(1, self.n_iterations + 1):
            diff = self.predict(X) - y
            loss = np.square(diff).sum() / (2 * n)
            if self.verbose and epoch % 100 == 0:
                log.info("epoch %d/%d  loss %.6f", epoch, self.n_iterations, loss)
            if self.tol is not None and self.loss_history and self.loss_history[-1] - loss < self.tol:
                break
            self.loss_history.append(loss)

            grad_w, grad_b = X.T.dot(diff) / n, diff.sum() / n
            self.weights -= self.learning_rate * grad_w
            self.bias -= self.learning_rate * grad_b
        return self

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        rss = np.square(y - self.predict(X)).sum()
        tss = np.square(y - y.mean()).sum()
        if tss == 0:
            return 1.0 if rss == 0 else 0.0
        return 1 - rss / tss
