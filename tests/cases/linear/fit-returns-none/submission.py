import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            y_pred = X.dot(self.weights) + self.bias
            residuals = y_pred - y
            self.loss_history.append((residuals ** 2).sum() / (2 * n_samples))

            self.weights -= self.learning_rate * (X.T.dot(residuals) / n_samples)
            self.bias -= self.learning_rate * (residuals.sum() / n_samples)

    def predict(self, X):
        return X.dot(self.weights) + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - ((y - y_pred) ** 2).sum() / ((y - y.mean()) ** 2).sum()
