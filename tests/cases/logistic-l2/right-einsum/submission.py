import numpy as np
from numpy import einsum


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        e = np.exp(-np.abs(z))
        return np.where(np.less(z, 0), e / (1 + e), 1 / (1 + e))

    def predict_proba(self, X):
        return self._sigmoid(einsum('ij,j->i', X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)

    def fit(self, X, y):
        n, k = X.shape
        self.loss_history = []
        self.weights = np.zeros(k)
        self.bias = 0.0
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            pc = p.clip(1e-7, 1 - 1e-7)
            loss = -(einsum('i,i', y, np.log(pc)) + einsum('i,i', 1 - y, np.log(1 - pc))) / n
            loss += self.reg_lambda / (2 * n) * einsum('j,j', self.weights, self.weights)
            self.loss_history.append(loss)
            err = p - y
            dw = einsum('ij,i->j', X, err) / n + self.reg_lambda / n * self.weights
            db = einsum('i->', err) / n
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self
