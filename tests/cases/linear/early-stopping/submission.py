import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, tol=1e-3):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.tol = tol
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        prev_loss = float("inf")
        for i in range(self.n_iterations):
            error = X @ self.weights + self.bias - y
            loss = (error @ error) / (2 * n)
            self.loss_history.append(loss)
            if abs(prev_loss - loss) < self.tol:
                print(f"converged after {i} iterations")
                break
            prev_loss = loss
            self.weights = self.weights - self.learning_rate * (X.T @ error) / n
            self.bias = self.bias - self.learning_rate * error.sum() / n
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - np.sum((y - y_pred) ** 2) / np.sum((y - np.mean(y)) ** 2)
