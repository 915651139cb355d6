import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate, self.n_iterations = learning_rate, n_iterations
        self.weights = self.bias = None
        self.loss_history = []

    def _sigmoid(self, z): return .5 + .5 * np.tanh(.5 * np.asarray(z))

    def fit(self, X, y):
        w, b, lr, L = np.zeros(X.shape[1]), 0., self.learning_rate, []
        for _ in range(self.n_iterations):
            z = X @ w + b
            L += [np.mean(np.logaddexp(0, z) - y * z)]
            e = (self._sigmoid(z) - y) / len(y)
            w, b = w - lr * e @ X, b - lr * e.sum()
        self.weights, self.bias, self.loss_history = w, b, L
        return self

    def predict_proba(self, X): return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5): return 1 * (self.predict_proba(X) >= threshold)

    def accuracy(self, X, y): return (self.predict(X) == y).mean()
