import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def fit(self, X, y):
        n_samples = X.shape[0]
        w = np.zeros(X.shape[1])
        b = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self._sigmoid(X @ w + b)
            q = np.clip(p, 1e-15, 1 - 1e-15)
            bce = np.mean(-y * np.log(q) - (1 - y) * np.log(1 - q))
            self.loss_history.append(bce + self.reg_lambda / 2 * np.mean(w ** 2))
            w, b = (
                w - self.learning_rate * (X.T @ (p - y) + self.reg_lambda * w) / n_samples,
                b - self.learning_rate * np.mean(p - y),
            )
        self.weights, self.bias = w, b
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
