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

    def _objective_and_gradients(self, X, y):
        z = X @ self.weights + self.bias
        # J = CE + lambda/2 ||w||^2
        J = np.mean(np.logaddexp(0, z) - y * z) + 0.5 * self.reg_lambda * np.dot(self.weights, self.weights)
        r = self._sigmoid(z) - y
        dJ_dw = np.mean(r[:, None] * X, axis=0) + self.reg_lambda * self.weights
        dJ_db = np.mean(r)
        return J, dJ_dw, dJ_db

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            J, dw, db = self._objective_and_gradients(X, y)
            self.loss_history.append(J)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
