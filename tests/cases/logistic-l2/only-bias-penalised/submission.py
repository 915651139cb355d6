import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return (1 + np.tanh(np.divide(z, 2))) / 2

    def fit(self, X, y):
        N = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        lr, lam = self.learning_rate, self.reg_lambda
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._nll(p, y) + lam / (2 * N) * self.weights @ self.weights)
            w_new = self.weights - lr * (p - y) @ X / N
            b_new = self.bias - lr * ((p - y).sum() / N + lam / N * self.bias)
            self.weights, self.bias = w_new, b_new
        return self

    def _nll(self, p, y):
        return -np.mean(np.log(np.clip(np.where(y == 1, p, 1 - p), 1e-15, 1)))

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
