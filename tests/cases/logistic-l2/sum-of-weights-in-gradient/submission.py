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
        a = np.exp(-np.abs(z))
        return np.where(z < 0, a, 1) / (1 + a)

    def fit(self, X, y):
        m, n = X.shape
        self.weights = np.zeros(n)
        self.bias = 0.0
        self.loss_history = []
        for i in range(self.n_iterations):
            f = self.predict_proba(X)
            f_safe = np.minimum(np.maximum(f, 1e-15), 1 - 1e-15)
            cost = np.sum(-y * np.log(f_safe) - (1 - y) * np.log(1 - f_safe)) / m
            reg_cost = (self.reg_lambda / (2 * m)) * np.sum(self.weights ** 2)
            self.loss_history.append(cost + reg_cost)

            err = f - y
            dj_dw = X.T @ err / m
            dj_db = np.sum(err) / m
            # derivative of the sum of squares
            dj_dw = dj_dw + (self.reg_lambda / m) * np.sum(self.weights)

            self.weights = self.weights - self.learning_rate * dj_dw
            self.bias = self.bias - self.learning_rate * dj_db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
