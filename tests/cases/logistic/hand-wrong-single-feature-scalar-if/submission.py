import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def fit(self, X, y):
        x = X[:, 0]
        n = len(x)
        w = 0.0
        b = 0.0
        self.loss_history = []
        for i in range(self.n_iterations):
            p = self._sigmoid(w * x + b)
            safe = np.clip(p, 1e-12, 1 - 1e-12)
            loss = -sum(y * np.log(safe) + (1 - y) * np.log(1 - safe)) / n
            self.loss_history.append(loss)
            dw = sum((p - y) * x) / n
            db = sum(p - y) / n
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db
        self.weights = np.array([w])
        self.bias = b
        return self

    def predict_proba(self, X):
        return self._sigmoid(self.weights[0] * X[:, 0] + self.bias)

    def predict(self, X, threshold=0.5):
        p = self.predict_proba(X)
        if p >= threshold:
            return 1
        else:
            return 0

    def accuracy(self, X, y):
        correct = np.sum(self.predict(X) == y)
        return correct / len(y)
