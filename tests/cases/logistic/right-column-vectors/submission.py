import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        neg = np.exp(np.minimum(z, 0))       # 1 for z >= 0, e^z for z < 0
        return neg / (neg + np.exp(-np.maximum(z, 0)))

    def fit(self, X, y):
        m, n_x = X.shape
        Y = y.reshape(m, 1)
        W = np.zeros((n_x, 1))
        b = 0.0
        costs = []

        for _ in range(self.n_iterations):
            # forward
            Z = X @ W + b                    # (m, 1)
            A = self._sigmoid(Z)             # (m, 1)
            A_safe = np.clip(A, 1e-15, 1 - 1e-15)
            cost = -np.sum(Y * np.log(A_safe) + (1 - Y) * np.log(1 - A_safe)) / m
            costs.append(float(cost))

            # backward
            dZ = A - Y                       # (m, 1)
            dW = X.T @ dZ / m                # (n_x, 1)
            db = float(np.sum(dZ)) / m
            W = W - self.learning_rate * dW
            b = b - self.learning_rate * db

        self.weights = W.ravel()
        self.bias = b
        self.loss_history = costs
        return self

    def predict_proba(self, X):
        W = self.weights[:, np.newaxis]
        return self._sigmoid(X @ W + self.bias).ravel()

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return 1.0 - np.mean(np.abs(self.predict(X) - y))
