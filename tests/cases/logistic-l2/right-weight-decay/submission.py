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
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))

    def _loss(self, X, y):
        tiny = 1e-15
        p = self.predict_proba(X)
        data = -np.mean(y * np.log(p + tiny) + (1 - y) * np.log(1 - p + tiny))
        return data + 0.5 * self.reg_lambda * np.sum(self.weights ** 2) / len(y)

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        # w - lr (dw + lambda/n w) = (1 - lr lambda/n) w - lr dw
        decay = 1 - self.learning_rate * self.reg_lambda / n
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            r = self.predict_proba(X) - y
            self.weights = self.weights * decay - self.learning_rate * (X.T @ r) / n
            self.bias = self.bias - self.learning_rate * r.sum() / n
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
