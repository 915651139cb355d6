import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, tol=1e-4, verbose=0):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.tol = tol
        self.verbose = verbose
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights = np.zeros(d)
        self.bias = 0.0
        self.loss_history = []
        prev_loss = np.inf

        for i in range(self.n_iterations):
            loss = np.sum((self.predict(X) - y) ** 2) / (2 * n)
            self.loss_history.append(loss)
            if self.verbose:
                print(f"[{i:5d}] loss={loss:.6g}")
            if prev_loss - loss < self.tol:
                break
            prev_loss = loss

            # weight update
            y_hat = self.predict(X)
            self.weights -= self.learning_rate * (X.T @ (y_hat - y)) / n

            # bias update
            y_hat = self.predict(X)
            self.bias -= self.learning_rate * np.sum(y_hat - y) / n

        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
