import numpy as np


class LogisticRegressionL2:
    LAMBDA = 0.1

    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        t = np.asarray(z, dtype=float)
        return 0.5 * (1.0 + np.tanh(0.5 * t))

    def _loss(self, y, p):
        p = np.clip(p, 1e-12, 1 - 1e-12)
        data_term = -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()
        reg_term = self.LAMBDA * (self.weights ** 2).sum() / (2 * len(y))
        return data_term + reg_term

    def fit(self, X, y):
        n = len(y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._loss(y, p))
            d = p - y
            grad_w = d @ X / n + self.LAMBDA / n * self.weights
            grad_b = d.mean()
            self.weights = self.weights - self.learning_rate * grad_w
            self.bias = self.bias - self.learning_rate * grad_b
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
