import numpy as np


class LogisticRegression:
    """Logistic regression from scratch."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0, -z))

    def _loss(self, X, y):
        z = X @ self.weights + self.bias
        return (np.logaddexp(0, z) - y * z).mean()

    def fit(self, X, y):
        n_samples = len(X)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            residuals = self.predict_proba(X) - y
            dw = X.T @ residuals / n_samples
            db = residuals.sum() / n_samples
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict_proba(self, X):
        """P(y=1)."""
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        """Predictions of the model."""
        return self.predict_proba(X)

    def accuracy(self, X, y):
        labels = (self.predict(X) >= 0.5).astype(int)
        return np.mean(labels == y)
