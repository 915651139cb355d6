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
        a = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, a) / (1 + a)

    def fit(self, X, y):
        m = len(y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            h = self.predict_proba(X)
            hc = np.clip(h, 1e-15, 1 - 1e-15)
            J = np.mean(-y * np.log(hc) - (1 - y) * np.log(1 - hc))
            # do not regularise the first (bias) term
            J += self.reg_lambda / (2 * m) * np.sum(self.weights[1:] ** 2)
            self.loss_history.append(J)

            dw = X.T @ (h - y) / m
            dw[1:] += self.reg_lambda / m * self.weights[1:]
            db = np.mean(h - y)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
