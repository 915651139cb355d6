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
        z = np.asarray(z, dtype=float)
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        # constant part of the gradient, no need to recompute it
        penalty_grad = self.reg_lambda / n * self.weights

        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            loss = np.logaddexp(0, z).mean() - np.mean(y * z)
            loss = loss + self.reg_lambda / (2 * n) * np.sum(self.weights**2)
            self.loss_history.append(loss)

            error = self._sigmoid(z) - y
            dw = X.T @ error / n + penalty_grad
            db = error.mean()
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
