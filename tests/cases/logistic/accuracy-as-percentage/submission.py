import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # Clip to avoid overflow in exp
        return 1 / (1 + np.exp(-np.clip(z, -250, 250)))

    def fit(self, X, y):
        m, n = X.shape
        self.weights = np.zeros(n)
        self.bias = 0
        self.loss_history = []

        for _ in range(self.n_iterations):
            A = self._sigmoid(X.dot(self.weights) + self.bias)

            # cost
            A_c = np.clip(A, 1e-9, 1 - 1e-9)
            cost = -1 / m * np.sum(y * np.log(A_c) + (1 - y) * np.log(1 - A_c))
            self.loss_history.append(cost)

            # gradients
            tmp = A - y
            dW = np.dot(tmp, X) / m
            db = np.sum(tmp) / m

            # update
            self.weights = self.weights - self.learning_rate * dW
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        Z = self.predict_proba(X)
        return np.where(Z >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y) * 100
