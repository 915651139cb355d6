import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, tol=1e-4, verbose=False):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.tol = tol
        self.verbose = verbose
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _log(self, message):
        if self.verbose:
            print(message)

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        return 0.5 * (np.tanh(0.5 * z) + 1.0)

    def _loss(self, y, p):
        eps = 1e-15
        return -np.mean(y * np.log(np.maximum(p, eps)) + (1 - y) * np.log(np.maximum(1 - p, eps)))

    def _converged(self):
        if len(self.loss_history) < 2:
            return False
        return abs(self.loss_history[-2] - self.loss_history[-1]) < self.tol

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for iteration in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._loss(y, p))
            if self._converged():
                self._log(f"Converged after {iteration} iterations")
                break
            residual = p - y
            self.weights -= self.learning_rate * (X.T @ residual) / n_samples
            self.bias -= self.learning_rate * residual.mean()
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
