import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        p = np.empty_like(z)
        m = z > 0
        p[m] = 1.0 / (1.0 + np.exp(-z[m]))
        ez = np.exp(z[~m])
        p[~m] = ez / (ez + 1.0)
        return p

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.coef_ = np.zeros(n_features)
        self.intercept_ = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            proba = self.predict_proba(X)
            self.loss_history.append(self._log_loss(y, proba))
            grad = proba - y
            self.coef_ -= self.learning_rate * (grad @ X) / n_samples
            self.intercept_ -= self.learning_rate * grad.mean()
        return self

    @staticmethod
    def _log_loss(y, proba):
        proba = np.clip(proba, 1e-15, 1 - 1e-15)
        return -np.where(y == 1, np.log(proba), np.log(1 - proba)).mean()

    def predict_proba(self, X):
        return self._sigmoid(X @ self.coef_ + self.intercept_)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
