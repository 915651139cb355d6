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
        big = z >= 0
        res = np.ones_like(z)
        res[big] /= 1 + np.exp(-z[big])
        res[~big] = np.exp(z[~big])
        res[~big] /= 1 + res[~big]
        return res

    def _cross_entropy(self, y, p, eps=1e-12):
        # cross entropy = - sum of target * log(prediction)
        return -np.mean(y * np.log(np.clip(p, eps, 1.0)))

    def fit(self, X, y):
        n, k = X.shape
        self.weights = np.zeros(k)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._cross_entropy(y, p))
            self.weights, self.bias = (
                self.weights - self.learning_rate * X.T @ (p - y) / n,
                self.bias - self.learning_rate * np.mean(p - y),
            )
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
