import numpy as np


class LogisticRegression:
    # l(theta) = 1/m sum y log h + (1 - y) log(1 - h)
    # dl/dtheta = 1/m X^T (y - h)

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        a = np.exp(-np.abs(z))
        return np.where(np.asarray(z) >= 0, 1 / (1 + a), a / (1 + a))

    def fit(self, X, y):
        m, n = X.shape
        theta, theta0 = np.zeros(n), 0.0
        ell = []
        for _ in range(self.n_iterations):
            h = self._sigmoid(X @ theta + theta0)
            hc = np.clip(h, 1e-12, 1 - 1e-12)
            ell.append(np.mean(y * np.log(hc) + (1 - y) * np.log(1 - hc)))
            d_theta = X.T @ (y - h) / m
            d_theta0 = np.mean(y - h)
            theta = theta - self.learning_rate * d_theta
            theta0 = theta0 - self.learning_rate * d_theta0
        self.weights = theta
        self.bias = theta0
        self.loss_history = ell
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
