import numpy as np


class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # sigma(z) = (1 + tanh(z/2)) / 2, tanh never overflows
        return 0.5 * (1.0 + np.tanh(0.5 * np.asarray(z)))

    def fit(self, X, y):
        m = X.shape[0]
        w = np.zeros(X.shape[1])
        b = 0.0
        history = []
        tiny = 1e-15
        for _ in range(self.n_iterations):
            a = self._sigmoid(X.dot(w) + b)
            cost = -1 / m * np.sum(y * np.log(a + tiny) + (1 - y) * np.log(1 - a + tiny))
            history.append(cost)
            dz = a - y
            w, b = w - self.learning_rate * X.T.dot(dz) / m, b - self.learning_rate * dz.sum() / m
        self.weights, self.bias, self.loss_history = w, b, history
        return self

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return np.array(self.predict_proba(X) >= threshold, dtype=int)

    def accuracy(self, X, y):
        return float(np.mean(self.predict(X) == y))
