import numpy as np


class LogisticRegression:
    CLIP = 2.0

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 0.5 * (1.0 + np.tanh(0.5 * z))

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights, self.bias, self.loss_history = np.zeros(n_features), 0.0, []
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            self.loss_history.append(float(np.mean(np.logaddexp(0, z) - y * z)))
            delta = self._sigmoid(z) - y
            gradient = np.append(X.T @ delta, delta.sum()) / n_samples
            gradient = np.clip(gradient, -self.CLIP, self.CLIP)
            self.weights = self.weights - self.learning_rate * gradient[:-1]
            self.bias = float(self.bias - self.learning_rate * gradient[-1])
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return float(np.mean(self.predict(X) == y))
