import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        e = np.exp(-abs(z))
        return np.where(z > 0, 1 / (1 + e), e / (1 + e))

    def fit(self, X, y):
        n = X.shape[0]
        w = np.zeros(X.shape[1])
        b = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ w + b
            a = self._sigmoid(z)
            self.loss_history.append(np.mean(np.logaddexp(0, z) - y * z))
            dz = a - y
            dw = (X.T @ dz) / n
            db = dz.sum() / n
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db
        self.weights = w
        self.bias = b
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        # class 1 when the model is more than `threshold` sure
        return (self.predict_proba(X) > threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
