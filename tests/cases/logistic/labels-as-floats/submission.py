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
        out = np.empty(z.shape)
        neg = z < 0
        t = np.exp(z[neg])
        out[neg] = t / (1 + t)
        out[~neg] = 1 / (1 + np.exp(-z[~neg]))
        return out

    def loss(self, y, p):
        p = np.clip(p, 1e-10, 1 - 1e-10)
        return np.mean(np.where(y == 1, -np.log(p), -np.log(1 - p)))

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias = np.zeros(d), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self.loss(y, p))
            err = p - y
            self.weights = self.weights - self.learning_rate * (err @ X) / n
            self.bias = self.bias - self.learning_rate * err.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        prob = self.predict_proba(X)
        y_pred = np.zeros(X.shape[0])
        y_pred[prob >= threshold] = 1
        return y_pred

    def accuracy(self, X, y):
        return np.sum(self.predict(X) == y) / len(y)
