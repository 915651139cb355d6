import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 1.0 / (1.0 + np.exp(-np.clip(z, -700, 700)))

    def fit(self, X, y):
        X_ext = np.insert(X.astype(float), 0, 1.0, axis=1)
        theta = np.zeros(X_ext.shape[1])
        self.loss_history = []

        for _ in range(self.n_iterations):
            h = self._sigmoid(X_ext.dot(theta))
            h_safe = np.clip(h, 1e-15, 1 - 1e-15)
            self.loss_history.append(-(y * np.log(h_safe) + (1 - y) * np.log(1 - h_safe)).mean())
            theta = theta - self.learning_rate * X_ext.T.dot(h - y) / len(y)

        self.bias = float(theta[0])
        self.weights = theta[1:].copy()

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
