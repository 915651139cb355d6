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
        e = np.exp(np.where(z > 0, -z, z))
        return np.where(z > 0, 1.0, e) / (1.0 + e)

    def _ensure_parameters(self, n_features):
        if self.weights is None:
            self.weights = np.zeros(n_features)
            self.bias = 0.0

    def _train_one_iteration(self, X, y):
        z = X @ self.weights + self.bias
        loss = np.mean(np.logaddexp(0, z) - y * z)
        residual = self._sigmoid(z) - y
        self.weights = self.weights - self.learning_rate * X.T @ residual / X.shape[0]
        self.bias = self.bias - self.learning_rate * residual.mean()
        return loss

    def fit(self, X, y):
        self._ensure_parameters(X.shape[1])
        for _ in range(self.n_iterations):
            self.loss_history.append(self._train_one_iteration(X, y))
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return self.predict_proba(X) >= threshold

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
