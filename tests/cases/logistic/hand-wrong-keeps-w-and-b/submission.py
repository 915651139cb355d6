import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -100, 100)
        return 1 / (1 + np.exp(-z))

    def fit(self, X, y):
        self.m, self.n = X.shape
        self.w = np.zeros(self.n)
        self.b = 0
        self.X = X
        self.y = y
        self.loss_history = []
        for i in range(self.n_iterations):
            self.update_weights()
        return self

    def update_weights(self):
        A = self.predict_proba(self.X)
        A_c = np.clip(A, 1e-15, 1 - 1e-15)
        self.loss_history.append(
            -(1 / self.m) * np.sum(self.y * np.log(A_c) + (1 - self.y) * np.log(1 - A_c))
        )
        tmp = A - self.y
        dW = np.dot(self.X.T, tmp) / self.m
        db = np.sum(tmp) / self.m
        self.w = self.w - self.learning_rate * dW
        self.b = self.b - self.learning_rate * db

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.w) + self.b)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.sum(self.predict(X) == y) / len(y)
