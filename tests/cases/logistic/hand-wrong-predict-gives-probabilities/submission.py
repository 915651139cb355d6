import numpy as np


class LogisticRegression:
    """Logistic regression, the short version."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return (np.tanh(np.asarray(z) / 2) + 1) / 2

    def fit(self, X, y):
        n = len(y)
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for _ in range(self.n_iterations):
            z = X.dot(self.weights) + self.bias
            self.loss_history.append(np.mean(np.logaddexp(0, z) - y * z))
            diff = self._sigmoid(z) - y
            self.weights -= self.learning_rate * X.T.dot(diff) / n
            self.bias -= self.learning_rate * diff.sum() / n
        return self

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        # probability of class 1 for every row
        return self.predict_proba(X)

    def accuracy(self, X, y):
        labels = self.predict(X) >= 0.5
        return np.mean(labels == y)
