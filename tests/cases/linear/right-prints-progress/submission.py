import sys
import time
import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, verbose=True):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.verbose = verbose
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        assert y.shape == (n,), y.shape
        start = time.perf_counter()
        self.weights = np.zeros(d)
        self.bias = 0.
        self.loss_history = []
        for epoch in range(self.n_iterations):
            err = self.predict(X) - y
            loss = np.sum(err ** 2) / (2*n)
            self.loss_history.append(loss)
            if self.verbose and epoch % 100 == 0:
                print("epoch", epoch, "loss", loss)
            dw, db = X.T @ err / n, np.sum(err) / n
            self.weights = self.weights - self.learning_rate*dw
            self.bias = self.bias - self.learning_rate*db
        print(f"done in {time.perf_counter() - start:.3f}s", file=sys.stderr)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        ss_res = np.sum((y - self.predict(X)) ** 2)
        ss_tot = np.sum((y - np.mean(y)) ** 2)
        return 1 - ss_res / ss_tot
