import numpy as np


def shuffle_in_unison(a, b, seed):
    np.random.RandomState(seed).shuffle(a)
    np.random.RandomState(seed).shuffle(b)


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

        for epoch in range(self.n_iterations):
            # new order every epoch
            shuffle_in_unison(X, y, seed=epoch)

            y_pred = np.dot(X, self.weights) + self.bias
            loss = np.sum((y_pred - y) ** 2) / (2 * n_samples)
            self.loss_history.append(loss)

            dw = np.dot(X.T, y_pred - y) / n_samples
            db = np.sum(y_pred - y) / n_samples
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db

        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def score(self, X, y):
        y_pred = self.predict(X)
        return 1 - np.sum((y - y_pred) ** 2) / np.sum((y - np.mean(y)) ** 2)
