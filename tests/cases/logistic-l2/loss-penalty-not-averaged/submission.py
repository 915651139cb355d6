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
        return 1 / (1 + np.exp(-np.clip(z, -600, 600)))

    def fit(self, X, y):
        m, d = X.shape
        Y = y[:, None]
        W, b = np.zeros((d, 1)), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            A = self._sigmoid(X @ W + b)
            Ac = np.clip(A, 1e-15, 1 - 1e-15)
            J = -(Y * np.log(Ac) + (1 - Y) * np.log(1 - Ac)).sum() / m + self.reg_lambda / 2 * (W ** 2).sum()
            self.loss_history.append(J)
            dZ = A - Y
            W = W - self.learning_rate * (X.T @ dZ + self.reg_lambda * W) / m
            b = b - self.learning_rate * dZ.sum() / m
        self.weights = W.ravel()
        self.bias = b
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
