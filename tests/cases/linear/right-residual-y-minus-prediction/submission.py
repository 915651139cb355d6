import numpy as np


class LinearRegression:
    """Batch gradient descent, following Bishop's sign convention (target minus output)."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias = np.zeros(d), 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            residual = y - self.predict(X)
            self.loss_history.append(0.5 * np.mean(residual**2))
            self.weights += self.learning_rate * np.dot(residual, X) / n
            self.bias += self.learning_rate * residual.mean()

        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        u = ((y - self.predict(X)) ** 2).sum()
        v = ((y - y.mean()) ** 2).sum()
        return 1 - u / v
