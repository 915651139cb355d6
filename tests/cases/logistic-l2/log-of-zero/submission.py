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
        result = np.zeros_like(z)
        p, q = z >= 0, z < 0
        result[p] = 1 / (1 + np.exp(-z[p]))
        result[q] = np.exp(z[q]) / (1 + np.exp(z[q]))
        return result

    def _penalised_loss(self, y, p):
        loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
        return loss + self.reg_lambda / (2 * len(y)) * np.sum(self.weights ** 2)

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._penalised_loss(y, p))
            dw = X.T @ (p - y) / n + self.reg_lambda / n * self.weights
            db = np.mean(p - y)
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
