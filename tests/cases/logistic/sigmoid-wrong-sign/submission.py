import numpy as np


class LogisticRegression:
    """Logistic regression with batch gradient descent."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1.0 / (1.0 + np.exp(z))

    def _bce(self, y, p):
        p = np.clip(p, 1e-15, 1 - 1e-15)
        losses = y * np.log(p) + (1 - y) * np.log(1 - p)
        return -losses.mean()

    def _gradients(self, X, y, p):
        n = X.shape[0]
        diff = p - y
        return X.T @ diff / n, np.sum(diff) / n

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._bce(y, p))
            dw, db = self._gradients(X, y, p)
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db

        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return float((self.predict(X) == y).mean())
