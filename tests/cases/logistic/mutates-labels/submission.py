import numpy as np


class LogisticRegression:
    """Logistic regression in the margin formulation, y in {-1, +1}."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        t = np.exp(-np.abs(z))
        return np.where(z < 0, t, 1) / (1 + t)

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        y[y == 0] = -1

        for _ in range(self.n_iterations):
            margin = y * (X @ self.weights + self.bias)
            self.loss_history.append(np.mean(np.logaddexp(0, -margin)))
            coef = -y * self._sigmoid(-margin)
            dw = X.T @ coef / n_samples
            db = coef.sum() / n_samples
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
