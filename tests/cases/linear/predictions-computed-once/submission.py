import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples = len(X)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []

        y_pred = X @ self.weights + self.bias
        error = y_pred - y
        dw = (1 / n_samples) * X.T @ error
        db = (1 / n_samples) * error.sum()

        for _ in range(self.n_iterations):
            loss = (1 / (2 * n_samples)) * ((X @ self.weights + self.bias - y) ** 2).sum()
            self.loss_history.append(loss)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - ((y - self.predict(X)) ** 2).sum() / ((y - y.mean()) ** 2).sum()
