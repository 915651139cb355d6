import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)

    def _init_params(self, n_features):
        if self.weights is None or len(self.weights) != n_features:
            self.weights = np.zeros(n_features)
            self.bias = 0.0

    def fit(self, X, y):
        n, d = X.shape
        self._init_params(d)
        self.loss_history = []

        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            p_ = p.clip(1e-15, 1 - 1e-15)
            self.loss_history.append(-np.mean(y * np.log(p_) + (1 - y) * np.log(1 - p_)))

            self.weights = self.weights - self.learning_rate * ((p - y) @ X) / n
            self.bias = self.bias - self.learning_rate * (p - y).mean()

        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
