import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 0.5 * (np.tanh(z / 2) + 1)

    def fit(self, X, y):
        N, D = X.shape
        self.weights = np.zeros(D)
        self.bias = 0.0
        self.loss_history = []
        for i in range(self.n_iterations):
            y_hat = self.predict_proba(X)
            self.loss_history.append(self._cost(y, y_hat))
            self.weights -= self.learning_rate * (1 / N) * np.dot(X.T, y_hat - y)
            self.bias -= self.learning_rate * (1 / N) * np.sum(y_hat - y)
        return self

    def _cost(self, y, y_hat):
        eps = 1e-15
        return -np.mean(y * np.log(y_hat + eps) + (1 - y) * np.log(1 - y_hat + eps))

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        # floor(p + 0.5), because np.round would send 0.5 to 0
        return np.floor(self.predict_proba(X) + 0.5).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
