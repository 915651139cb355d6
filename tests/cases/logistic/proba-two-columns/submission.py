import numpy as np


class LogisticRegression:
    """sklearn-compatible logistic regression."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, float)
        return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), 1 - 1 / (1 + np.exp(-np.abs(z))))

    def decision_function(self, X):
        return X @ self.weights + self.bias

    def fit(self, X, y):
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self._sigmoid(self.decision_function(X))
            q = np.clip(p, 1e-15, 1 - 1e-15)
            self.loss_history.append(-np.mean(y * np.log(q) + (1 - y) * np.log1p(-q)))
            self.weights = self.weights - self.learning_rate * X.T @ (p - y) / n
            self.bias = self.bias - self.learning_rate * (p - y).sum() / n
        return self

    def predict_proba(self, X):
        p1 = self._sigmoid(self.decision_function(X))
        return np.column_stack([1 - p1, p1])

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X)[:, 1] >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
