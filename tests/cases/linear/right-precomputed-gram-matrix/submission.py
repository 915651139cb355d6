import numpy as np


class LinearRegression:
    # gradient(theta) = (A^T A theta - A^T y) / n, and neither product changes during training
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n = X.shape[0]
        A = np.column_stack((X, np.ones(n)))
        gram = A.T @ A / n
        moment = A.T @ y / n
        theta = np.zeros(A.shape[1])
        history = []
        for _ in range(self.n_iterations):
            history.append(np.mean((A @ theta - y) ** 2) / 2)
            theta -= self.learning_rate * (gram @ theta - moment)
        *w, b = theta
        self.weights = np.array(w)
        self.bias = b
        self.loss_history = history
        return self

    def predict(self, X):
        return np.column_stack((X, np.ones(len(X)))) @ np.append(self.weights, self.bias)

    def score(self, X, y):
        mse = np.mean((y - self.predict(X)) ** 2)
        return 1 - mse / np.var(y)
