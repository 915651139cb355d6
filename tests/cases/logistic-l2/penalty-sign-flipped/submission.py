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
        return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))

    def _loss(self, X, y):
        z = X @ self.weights + self.bias
        data = np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))
        return np.mean(data) + self.reg_lambda * np.sum(self.weights**2) / (2 * len(y))

    def fit(self, X, y):
        n = len(y)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            # residual is y - p, so we add
            residual = y - self.predict_proba(X)
            dw = X.T @ residual / n + (self.reg_lambda / n) * self.weights
            db = residual.mean()
            self.weights = self.weights + self.learning_rate * dw
            self.bias = self.bias + self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
