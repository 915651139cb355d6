import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -700, 700)
        return np.exp(z) / (np.exp(z) + 1)

    def _margins(self, X, y):
        return y * (X @ self.weights + self.bias)

    def fit(self, X, y):
        # the nice form of the loss wants labels in {-1, +1}
        y[y == 0] = -1

        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            m = self._margins(X, y)
            self.loss_history.append(np.logaddexp(0, -m).sum() / n)
            g = -y * self._sigmoid(-m)
            dw = (g @ X) / n
            db = g.sum() / n
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
