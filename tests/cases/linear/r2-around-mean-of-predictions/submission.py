import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        X = np.column_stack([np.ones(len(X)), X])
        n, k = X.shape
        coef = np.zeros(k)
        self.loss_history = []
        for _ in range(self.n_iterations):
            y_pred = X @ coef
            self.loss_history.append(((y - y_pred) ** 2).sum() / n / 2)
            coef = coef + self.learning_rate * X.T @ (y - y_pred) / n
        self.bias, self.weights = coef[0], coef[1:]
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        ss_res = ((y - y_pred) ** 2).sum()
        ss_tot = ((y - y_pred.mean()) ** 2).sum()
        return 1 - ss_res / ss_tot
