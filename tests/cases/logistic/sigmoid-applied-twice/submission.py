import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 0.5 * (1 + np.tanh(0.5 * np.asarray(z)))

    def _loss(self, X, y):
        z = X @ self.weights + self.bias
        return np.mean(np.logaddexp(0, z) - y * z)

    def fit(self, X, y):
        n = len(y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            scores = self.predict_proba(X)
            probs = self._sigmoid(scores)
            self.weights = self.weights - self.learning_rate / n * (X.T @ (probs - y))
            self.bias = self.bias - self.learning_rate / n * (probs - y).sum()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
