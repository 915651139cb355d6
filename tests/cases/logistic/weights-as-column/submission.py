import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        s = np.tanh(np.asarray(z, dtype=float) / 2.0)
        return (s + 1.0) / 2.0

    def fit(self, X, y):
        m, n_features = X.shape
        Y = y.reshape((-1, 1))
        self.weights = np.zeros((n_features, 1))
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            A = self._sigmoid(X @ self.weights + self.bias)          # (m, 1)
            logp = np.log(np.clip(A, 1e-15, None))
            log1mp = np.log(np.clip(1 - A, 1e-15, None))
            self.loss_history.append(-float(np.mean(Y * logp + (1 - Y) * log1mp)))

            dZ = A - Y
            dW = X.T @ dZ / m                                        # (n_features, 1)
            db = float(dZ.mean())
            self.weights = self.weights - self.learning_rate * dW
            self.bias = self.bias - self.learning_rate * db

        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias).squeeze(axis=1)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
