import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        N, k = X.shape
        beta = np.zeros(k)
        beta0 = 0.0
        self.loss_history = []
        for step in range(self.n_iterations):
            u = X @ beta + beta0 - y                # disturbances
            self.loss_history.append(np.sum(u ** 2) / (2 * N))
            grad_beta = X.T @ u / N
            grad_beta0 = u.sum() / N
            beta = beta - self.learning_rate * grad_beta
            beta0 = beta0 - self.learning_rate * grad_beta0
        self.weights = beta
        self.bias = beta0
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_bar = np.mean(y)
        SSR = np.sum((self.predict(X) - y_bar) ** 2)
        SST = np.sum((y - y_bar) ** 2)
        return SSR / SST
