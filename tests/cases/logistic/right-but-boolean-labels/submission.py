import numpy as np


class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.where(z >= 0,
                        1 / (1 + np.exp(-np.abs(z))),
                        np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))

    def fit(self, X, y):
        n_samples = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            probs = self.predict_proba(X)
            safe = np.clip(probs, 1e-15, 1 - 1e-15)
            self.loss_history.append(np.mean(-y * np.log(safe) - (1 - y) * np.log(1 - safe)))
            grad_w = X.T.dot(probs - y) / n_samples
            grad_b = (probs - y).mean()
            self.weights -= self.learning_rate * grad_w
            self.bias -= self.learning_rate * grad_b
        return self

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return self.predict_proba(X) >= threshold

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
