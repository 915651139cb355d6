import numpy as np


class LogisticRegressionL2:
    """L2-regularised logistic regression.

    C : inverse of the regularisation strength, as in sklearn.linear_model.LogisticRegression
    """

    def __init__(self, learning_rate=0.01, n_iterations=1000, C=10.0):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.C = C
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0, -z))

    def _loss(self, X, y):
        p = np.clip(self.predict_proba(X), 1e-15, 1 - 1e-15)
        nll = -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
        return (nll + np.dot(self.weights, self.weights) / (2 * self.C)) / len(y)

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            residual = self.predict_proba(X) - y
            dw = (X.T @ residual + self.weights / self.C) / len(y)
            db = np.mean(residual)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
