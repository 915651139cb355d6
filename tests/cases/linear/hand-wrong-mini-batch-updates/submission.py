import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, batch_size=16, random_state=0):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.batch_size = batch_size
        self.random_state = random_state
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _next_batch(self, X, y, rng):
        size = min(self.batch_size, len(X))
        idx = rng.choice(len(X), size=size, replace=False)
        return X[idx], y[idx]

    def _loss(self, X, y):
        return np.mean((self.predict(X) - y) ** 2) / 2

    def fit(self, X, y):
        rng = np.random.default_rng(self.random_state)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            xb, yb = self._next_batch(X, y, rng)
            delta = self.predict(xb) - yb
            grad_w = xb.T @ delta / len(xb)
            grad_b = delta.mean()
            self.weights -= self.learning_rate * grad_w
            self.bias -= self.learning_rate * grad_b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - ((y - self.predict(X)) ** 2).sum() / ((y - y.mean()) ** 2).sum()
