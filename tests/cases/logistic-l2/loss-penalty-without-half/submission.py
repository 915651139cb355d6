import numpy as np

EPSILON = 1e-12


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=np.float64)
        nonneg = z >= 0
        e = np.exp(np.where(nonneg, -z, z))
        return np.where(nonneg, 1, e) / (1 + e)

    def _log_loss(self, targets, probs):
        probs = np.clip(probs, EPSILON, 1 - EPSILON)
        return -np.average(targets * np.log(probs) + (1 - targets) * np.log(1 - probs))

    def fit(self, X, y):
        n = len(X)
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            probs = self.predict_proba(X)
            total = self._log_loss(y, probs) + self.reg_lambda / n * np.sum(self.weights * self.weights)
            self.loss_history.append(total)
            diff = probs - y
            dw = (1 / n) * (X.T @ diff) + (self.reg_lambda / n) * self.weights
            db = (1 / n) * diff.sum()
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
