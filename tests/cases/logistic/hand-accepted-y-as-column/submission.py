import numpy as np


def as_column(v):
    """(n,) or (n, 1) -> (n, 1)"""
    return np.asarray(v, dtype=float).reshape(-1, 1)


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 1 / (1 + np.exp(-np.clip(z, -600, 600)))

    def fit(self, X, y):
        Y = as_column(y)
        N, D = X.shape
        assert Y.shape == (N, 1), "X and y differ in length"
        W = np.zeros((D, 1))
        B = np.zeros((1, 1))
        losses = []
        for _ in range(self.n_iterations):
            P = self._sigmoid(X @ W + B)
            assert P.shape == Y.shape
            P_safe = np.clip(P, 1e-12, 1 - 1e-12)
            losses.append(float(-np.mean(Y * np.log(P_safe) + (1 - Y) * np.log(1 - P_safe))))
            dW = X.T @ (P - Y) / N
            dB = np.sum(P - Y, axis=0, keepdims=True) / N
            W -= self.learning_rate * dW
            B -= self.learning_rate * dB
        self.weights = W[:, 0]
        self.bias = B.item()
        self.loss_history = losses
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return float((as_column(self.predict(X)) == as_column(y)).mean())
