import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        """grad L(t) = A t - c   with   A = Z'Z / n,  c = Z'y / n,  Z = [1 X]."""
        n = X.shape[0]
        Z = np.column_stack((np.ones(n), X))
        A = Z.T @ Z / n
        c = Z.T @ y / n

        t = np.zeros(Z.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            # the loss from the residual, not from t'At: that would cancel near the optimum
            r = Z @ t - y
            self.loss_history.append(0.5 * np.dot(r, r) / n)
            t = t - self.learning_rate * (A @ t - c)

        self.bias, self.weights = t[0], t[1:].copy()
        return self

    def predict(self, X):
        return self.bias + X @ self.weights

    def score(self, X, y):
        return 1.0 - np.linalg.norm(y - self.predict(X)) ** 2 / np.linalg.norm(y - y.mean()) ** 2
