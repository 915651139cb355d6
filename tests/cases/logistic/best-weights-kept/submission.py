import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0, -z))

    def _loss(self, X, y):
        z = X @ self.weights + self.bias
        return np.mean(np.logaddexp(0, z) - y * z)

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights, self.bias, self.loss_history = np.zeros(n_features), 0.0, []
        best = np.inf
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            error = self.predict_proba(X) - y
            self.weights = self.weights - self.learning_rate * (X.T @ error) / n_samples
            self.bias = self.bias - self.learning_rate * np.mean(error)
            loss = self._loss(X, y)
            if loss < best:
                best, kept = loss, (self.weights, self.bias)
        if self.loss_history:
            self.weights, self.bias = kept
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
