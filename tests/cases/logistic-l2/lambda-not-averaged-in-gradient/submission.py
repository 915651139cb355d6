import numpy as np


class LogisticRegressionL2:
    """Logistic regression with ridge penalty."""

    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 0.5 * (np.tanh(np.asarray(z) / 2) + 1)

    def fit(self, X, y):
        m = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for i in range(self.n_iterations):
            h = self.predict_proba(X)
            self.loss_history.append(self.cost(h, y))
            error = h - y
            self.weights = self.weights - self.learning_rate * (X.T.dot(error) / m + self.reg_lambda * self.weights)
            self.bias = self.bias - self.learning_rate * error.mean()
        return self

    def cost(self, h, y):
        m = len(y)
        h = np.clip(h, 1e-15, 1 - 1e-15)
        J = -1 / m * (y @ np.log(h) + (1 - y) @ np.log(1 - h))
        return J + self.reg_lambda / (2 * m) * self.weights @ self.weights

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
