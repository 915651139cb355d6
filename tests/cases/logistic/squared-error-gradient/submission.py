import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        with np.errstate(over="ignore"):
            return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))

    def _sigmoid_derivative(self, p):
        return p * (1 - p)

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            # forward pass
            z = X @ self.weights + self.bias
            p = self._sigmoid(z)
            p_safe = np.clip(p, 1e-12, 1 - 1e-12)
            self.loss_history.append(-np.mean(y * np.log(p_safe) + (1 - y) * np.log(1 - p_safe)))

            # backward pass: chain rule through the sigmoid
            dz = (p - y) * self._sigmoid_derivative(p)
            dw = X.T @ dz / n
            db = np.sum(dz) / n

            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
