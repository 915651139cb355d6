import numpy as np


class LinearRegression:
    """Linear regression with weight decay to avoid overfitting."""

    def __init__(self, learning_rate=0.01, n_iterations=1000, l2=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.l2 = l2
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _objective(self, residual):
        return (residual @ residual / len(residual) + self.l2 * self.weights @ self.weights) / 2

    def _gradients(self, X, residual):
        dw = X.T @ residual / len(residual) + self.l2 * self.weights
        db = residual.mean()
        return dw, db

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            residual = self.predict(X) - y
            self.loss_history.append(self._objective(residual))
            dw, db = self._gradients(X, residual)
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        residual = y - self.predict(X)
        centred = y - y.mean()
        return 1 - (residual @ residual) / (centred @ centred)
