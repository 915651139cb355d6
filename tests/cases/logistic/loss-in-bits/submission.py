import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        a = np.exp(-np.abs(z))
        return np.where(z < 0, a / (1 + a), 1 / (1 + a))

    def _entropy_loss(self, labels, probs):
        """Cross-entropy between the labels and the predicted distribution."""
        probs = np.clip(probs, 1e-15, 1 - 1e-15)
        return -np.mean(labels * np.log2(probs) + (1 - labels) * np.log2(1 - probs))

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            probs = self.predict_proba(X)
            self.loss_history.append(self._entropy_loss(y, probs))
            diff = probs - y
            # mean over samples of diff_i * x_i
            self.weights = self.weights - self.learning_rate * (diff[:, None] * X).mean(axis=0)
            self.bias = self.bias - self.learning_rate * diff.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
