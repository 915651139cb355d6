import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.path = None            # column t = (bias, weights) before update t
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        T = self.n_iterations
        A = np.insert(np.asarray(X, float), 0, 1.0, axis=1)
        P = np.zeros((d + 1, T + 1))
        for t in range(T):
            P[:, t + 1] = P[:, t] - self.learning_rate / n * A.T @ (A @ P[:, t] - y)
        residuals = A @ P[:, :T] - y[:, None]
        self.loss_history = list((residuals**2).sum(axis=0) / (2 * n))
        self.path = P
        self.weights = P[1:, -1]
        self.bias = P[0, -1]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - np.linalg.norm(y - y_pred) ** 2 / np.linalg.norm(y - y.mean()) ** 2
