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

    def initialize(self, n_features):
        # random init breaks the symmetry
        self.weights = np.random.randn(n_features)
        self.bias = 0.0
        self.loss_history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.initialize(n_features)
        for _ in range(self.n_iterations):
            self.loss_history.append(self.loss(X, y))
            dw, db = self.gradient(X, y)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def loss(self, X, y):
        z = X @ self.weights + self.bias
        return np.mean(y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z))

    def gradient(self, X, y):
        diff = self.predict_proba(X) - y
        return X.T @ diff / len(y), diff.mean()

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
