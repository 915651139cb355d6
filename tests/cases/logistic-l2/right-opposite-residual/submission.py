import numpy as np


class LogisticRegressionL2:
    """MAP estimate with a Gaussian prior on the weights (flat prior on the bias)."""

    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        a = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, a) / (1 + a)

    def _log_posterior(self, X, y):
        z = X @ self.weights + self.bias
        log_likelihood = np.sum(y * z - np.logaddexp(0, z))
        log_prior = -self.reg_lambda / 2 * np.sum(np.square(self.weights))
        return log_likelihood + log_prior

    def fit(self, X, y):
        n = len(X)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for epoch in range(self.n_iterations):
            self.loss_history.append(-self._log_posterior(X, y) / n)
            residual = y - self.predict_proba(X)
            self.weights += self.learning_rate * (X.T @ residual - self.reg_lambda * self.weights) / n
            self.bias += self.learning_rate * residual.sum() / n
            if epoch % 250 == 0:
                print(f"epoch {epoch:5d}  -log posterior / n = {self.loss_history[-1]:.6f}")
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
