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
        with np.errstate(over='ignore'):
            return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            y_pred = self.predict_proba(X)
            self.loss_history.append(self._compute_loss(y, y_pred))

            dw = np.dot(X.T, (y_pred - y)) / n_samples
            db = np.sum(y_pred - y) / n_samples

            # L2 regularization
            dw += (self.reg_lambda / n_samples) * self.weights
            db += (self.reg_lambda / n_samples) * self.bias

            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db

        return self

    def _compute_loss(self, y_true, y_pred):
        m = y_true.shape[0]
        y_pred = np.clip(y_pred, 1e-15, 1 - 1e-15)
        loss = -np.mean(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))
        return loss + self.reg_lambda / (2 * m) * np.sum(np.square(self.weights))

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
