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
        A = np.c_[np.ones(len(X)), X]
        m = len(y)
        theta = np.zeros(A.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = A @ theta
            self.loss_history.append(np.mean(np.logaddexp(0, z) - y * z) + self.reg_lambda / (2 * m) * np.sum(theta[1:] ** 2))
            grad = A.T @ (self._sigmoid(z) - y) / m
            reg = theta
            reg[0] = 0          # the bias is not regularised
            grad = grad + self.reg_lambda / m * reg
            theta = theta - self.learning_rate * grad
        self.bias, self.weights = theta[0], theta[1:]
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
