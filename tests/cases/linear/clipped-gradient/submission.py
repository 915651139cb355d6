import numpy as np


def clip_by_global_norm(grads, max_norm=50.0):
    total = np.sqrt(sum(np.sum(g * g) for g in grads))
    scale = max_norm / total if total > max_norm else 1.0
    return [g * scale for g in grads]


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        w, b = np.zeros(d), np.zeros(())
        self.loss_history = []
        for _ in range(self.n_iterations):
            residual = X @ w + b - y
            self.loss_history.append(0.5 * np.mean(residual**2))
            # keeps the training from blowing up
            dw, db = clip_by_global_norm([X.T @ residual / n, np.mean(residual)])
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db
        self.weights, self.bias = w, float(b)
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        residual = y - self.predict(X)
        centred = y - np.mean(y)
        return 1 - (residual @ residual) / (centred @ centred)
