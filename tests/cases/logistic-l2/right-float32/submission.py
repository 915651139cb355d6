import numpy as np


class LogisticRegressionL2:
    dtype = np.float32

    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # beyond +-80 a float32 sigmoid is 0 or 1 anyway
        z = np.clip(z, -80, 80).astype(self.dtype)
        return 1 / (1 + np.exp(-z))

    def fit(self, X, y):
        X = np.array(X, dtype=self.dtype)
        y = np.array(y, dtype=self.dtype)
        n, d = X.shape
        self.weights = np.zeros(d, dtype=self.dtype)
        self.bias = self.dtype(0)
        self.loss_history = []
        shrink = self.dtype(self.reg_lambda / n)
        step = self.dtype(self.learning_rate)
        for _ in range(self.n_iterations):
            z = X @ self.weights + self.bias
            softplus = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
            loss = np.mean(softplus - y * z) + shrink / 2 * np.sum(self.weights**2)
            self.loss_history.append(float(loss))
            r = self._sigmoid(z) - y
            self.weights = self.weights - step * (X.T @ r / self.dtype(n) + shrink * self.weights)
            self.bias = self.bias - step * r.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.array(X, dtype=self.dtype) @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
