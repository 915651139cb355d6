import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        ex = np.exp(-np.abs(z))
        return np.where(z >= 0, 1 / (1 + ex), ex / (1 + ex))

    def _log_loss(self, X, y):
        p = np.clip(self.predict_proba(X), 1e-15, 1 - 1e-15)
        return float(np.mean(-y * np.log(p) - (1 - y) * np.log(1 - p)))

    def _gradient_step(self, X, y):
        error = self.predict_proba(X) - y
        dw = np.dot(error, X) / len(y)
        db = np.mean(error)
        self.weights = self.weights - self.learning_rate * dw
        self.bias = self.bias - self.learning_rate * db

    def fit(self, X, y):
        X = np.asarray(X, dtype=float)
        y = np.asarray(y, dtype=float)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self._gradient_step(X, y)
            self.loss_history.append(self._log_loss(X, y))
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return float(np.mean(self.predict(X) == np.asarray(y)))
