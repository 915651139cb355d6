import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        X_b = np.concatenate([np.ones((len(X), 1)), X], axis=1)
        params = np.zeros(X_b.shape[1])

        for _ in range(self.n_iterations):
            diff = X_b @ params - y
            self.loss_history.append((diff**2).mean() / 2)
            params = params - self.learning_rate * (X_b.T @ diff) / len(X)

        self.bias, self.weights = params[0], params[1:]
        return self

    def predict(self, X):
        return self.bias + X @ self.weights

    def score(self, X, y):
        return 1 - ((y - self.predict(X)) ** 2).sum() / ((y - y.mean()) ** 2).sum()
