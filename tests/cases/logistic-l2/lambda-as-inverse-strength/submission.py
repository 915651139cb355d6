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
        return np.exp(-np.logaddexp(0, -np.asarray(z)))

    def fit(self, X, y):
        n = len(y)
        # inverse regularization strength
        strength = 1.0 / self.reg_lambda if self.reg_lambda > 0 else 0.0
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            loss = np.mean(np.logaddexp(0, z) - y * z) + strength / (2 * n) * np.sum(self.weights ** 2)
            self.loss_history.append(loss)
            residual = self._sigmoid(z) - y
            dw = X.T @ residual / n + strength / n * self.weights
            db = residual.mean()
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
