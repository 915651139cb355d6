import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return (np.tanh(np.asarray(z) * 0.5) + 1.0) * 0.5

    def fit(self, X, y):
        n_samples = X.shape[0]
        t = np.where(y == 1, 1.0, -1.0)
        w, b = np.zeros(X.shape[1]), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            s = X @ w + b
            self.loss_history.append(np.logaddexp(0, -t * s).mean())
            # d/ds log(1 + e^(-ts)) = -t * sigmoid(-ts)
            ds = -t * self._sigmoid(-t * s)
            w = w - self.learning_rate * (X.T @ ds) / n_samples
            b = b - self.learning_rate * ds.mean()
        self.weights, self.bias = w, b
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, -1)

    def accuracy(self, X, y):
        t = np.where(y == 1, 1, -1)
        return np.mean(self.predict(X) == t)
