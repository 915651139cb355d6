import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = 1000
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        X1 = np.hstack((np.ones((X.shape[0], 1)), X))
        beta = np.zeros((X1.shape[1], 1))
        target = y[:, np.newaxis]
        self.loss_history = []
        for _ in range(self.n_iterations):
            resid = X1 @ beta - target
            self.loss_history.append((resid.T @ resid).item() / (2 * len(X)))
            beta = beta - self.learning_rate * X1.T @ resid / len(X)
        self.bias = beta[0, 0]
        self.weights = beta[1:, 0]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        resid = y - self.predict(X)
        centered = y - y.mean()
        return 1 - (resid @ resid) / (centered @ centered)
