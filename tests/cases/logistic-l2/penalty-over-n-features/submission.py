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

    def _penalty(self, n):
        return self.reg_lambda / (2 * n) * float(np.dot(self.weights, self.weights))

    def _penalty_grad(self):
        return self.reg_lambda / len(self.weights) * self.weights

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = np.dot(X, self.weights) + self.bias
            self.loss_history.append(np.mean(np.logaddexp(0, z) - y * z) + self._penalty(n))
            e = self._sigmoid(z) - y
            self.weights = self.weights - self.learning_rate * (np.dot(X.T, e) / n + self._penalty_grad())
            self.bias = self.bias - self.learning_rate * np.sum(e) / n
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.sum(self.predict(X) == y) / y.shape[0]
