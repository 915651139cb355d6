import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _design(self, X):
        return np.hstack([np.ones((X.shape[0], 1)), X])

    def fit(self, X, y):
        A = self._design(X)
        m = A.shape[0]
        theta = np.zeros(A.shape[1])
        J = []
        for _ in range(self.n_iterations):
            r = A @ theta - y
            J.append((r @ r) / (2 * m))
            theta = theta - self.learning_rate / m * (A.T @ r)
        self.theta = theta
        self.bias, self.weights = theta[0], theta[1:]
        self.loss_history = J
        return self

    def predict(self, X):
        return self._design(X) @ self.theta

    def score(self, X, y):
        ss_res = ((y - self.predict(X)) ** 2).sum()
        ss_tot = ((y - y.mean()) ** 2).sum()
        return 1 - ss_res / ss_tot
