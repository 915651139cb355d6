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
        z = np.clip(z, -500, 500)
        return 1.0 / (1.0 + np.exp(-z))

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            y_hat = self._sigmoid(np.dot(X, self.weights) + self.bias)

            safe = np.clip(y_hat, 1e-15, 1 - 1e-15)
            loss = -(1 / n_samples) * np.sum(y * np.log(safe) + (1 - y) * np.log(1 - safe))
            loss += (self.reg_lambda / (2 * n_samples)) * np.sum(self.weights ** 2)
            self.loss_history.append(loss)

            dw = (1 / n_samples) * np.dot(X.T, y_hat - y)
            dw += (self.reg_lambda / n_samples) * self.weights
            db = (1 / n_samples) * np.sum(y_hat - y)

            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db

        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return np.greater_equal(self.predict_proba(X), threshold)

    def accuracy(self, X, y):
        return np.count_nonzero(self.predict(X) == y) / len(y)
