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
        return 0.5 * (np.tanh(0.5 * np.asarray(z)) + 1)

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0

        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            err = p - y

            clipped = np.clip(p, 1e-15, 1 - 1e-15)
            loss = -np.sum(y * np.log(clipped) + (1 - y) * np.log(1 - clipped)) / n_samples
            loss += self.reg_lambda / (2 * n_samples) * np.sum(self.weights ** 2)
            self.loss_history.append(loss)

            self.weights = self.weights - self.learning_rate * (np.dot(err, X) + self.reg_lambda * self.weights) / n_samples
            self.bias = self.bias - self.learning_rate * np.mean(err)
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
