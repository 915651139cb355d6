import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(np.minimum(z, 0)) / (1.0 + np.exp(-np.abs(z)))

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for epoch in range(self.n_iterations):
            probs = self.predict_proba(X)
            errors = probs - y

            self.loss_history.append(self._nll(probs, y))

            grad_weights = errors @ X / n_samples
            grad_bias = np.sum(errors)

            self.weights = self.weights - self.learning_rate * grad_weights
            self.bias = self.bias - self.learning_rate * grad_bias

        return self

    @staticmethod
    def _nll(probs, y):
        picked = np.where(y == 1, probs, 1 - probs)
        return -np.mean(np.log(np.maximum(picked, 1e-15)))

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
