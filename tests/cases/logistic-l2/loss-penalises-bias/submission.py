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
        return 0.5 + np.tanh(np.asarray(z, dtype=float) * 0.5) * 0.5

    def fit(self, X, y):
        n = X.shape[0]
        self.weights, self.bias = np.zeros(X.shape[1]), 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            params = np.append(self.weights, self.bias)
            loss = np.mean(np.logaddexp(0, z) - y * z)
            loss += self.reg_lambda * np.sum(params**2) / (2 * n)
            self.loss_history.append(loss)

            g = (self._sigmoid(z) - y) / n
            self.weights = self.weights - self.learning_rate * (g @ X + self.reg_lambda * self.weights / n)
            self.bias = self.bias - self.learning_rate * g.sum()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return float((self.predict(X) == y).mean())
