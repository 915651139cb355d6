import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0, -np.asarray(z)))

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []

        # gradient descent behaves better on centred columns
        mean = X.mean(axis=0)
        X -= mean

        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            self.loss_history.append(np.mean(np.logaddexp(0, z) - y * z))
            r = self._sigmoid(z) - y
            self.weights = self.weights - self.learning_rate * (X.T @ r) / n
            self.bias = self.bias - self.learning_rate * r.mean()

        # back to the original coordinates: w.(x - mean) + b = w.x + (b - w.mean)
        self.bias = self.bias - self.weights @ mean
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
