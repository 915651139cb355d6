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
        z = np.asarray(z, dtype=float)
        return np.where(z < 0, np.exp(np.minimum(z, 0)), 1.0) / (1.0 + np.exp(-np.abs(z)))

    def _loss(self, p, y):
        n = len(y)
        total = 0.0
        for pi, yi in zip(p, y):
            pi = min(max(pi, 1e-15), 1 - 1e-15)
            total -= np.log(pi) if yi == 1 else np.log(1 - pi)
        return total / n + self.reg_lambda / (2 * n) * sum(w ** 2 for w in self.weights)

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._loss(p, y))
            dw = np.zeros(d)
            db = 0.0
            for i in range(n):
                dw += (p[i] - y[i]) * X[i]
                db += p[i] - y[i]
            dw += self.reg_lambda / n * self.weights
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
