import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = np.empty(0)

    def _sigmoid(self, z):
        # log-space: log(sigmoid(z)) = -log(1 + exp(-z))
        return np.exp(-np.logaddexp(0, np.negative(z)))

    def fit(self, X, y):
        n_samples = len(X)
        sign = np.where(np.asarray(y) == 1, 1.0, -1.0)
        target = (sign + 1) / 2
        self.weights = np.zeros(X.shape[1])
        self.bias = np.float64(0)
        self.loss_history = np.zeros(self.n_iterations)

        for t in range(self.n_iterations):
            score = X @ self.weights + self.bias
            self.loss_history[t] = np.logaddexp(0, -sign * score).mean()
            residual = self._sigmoid(score) - target
            self.weights = self.weights - self.learning_rate * (X.T @ residual) / n_samples
            self.bias = self.bias - self.learning_rate * residual.sum() / n_samples
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
