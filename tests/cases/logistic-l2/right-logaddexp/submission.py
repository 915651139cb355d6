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
        return np.exp(-np.logaddexp(0, np.negative(z)))

    def _objective(self, X, y):
        """n * L_reg = sum of the negative log-likelihoods + lambda/2 |w|^2"""
        z = X @ self.weights + self.bias
        nll = np.where(y == 1, np.logaddexp(0, -z), np.logaddexp(0, z)).sum()
        return nll + self.reg_lambda / 2 * np.inner(self.weights, self.weights)

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._objective(X, y) / n)
            residual = self.predict_proba(X) - y
            dw = (X.T @ residual + self.reg_lambda * self.weights) / n
            db = residual.sum() / n
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return float(np.mean(self.predict(X) == y))
