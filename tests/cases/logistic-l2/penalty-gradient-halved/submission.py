import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return 1.0 / (1.0 + np.exp(-np.clip(z, -500, 500)))

    def fit(self, X, y):
        n_samples = X.shape[0]
        theta = np.zeros(X.shape[1] + 1)
        A = np.hstack((X, np.ones((n_samples, 1))))
        penalised = np.ones_like(theta)
        penalised[-1] = 0                      # not the intercept
        reg = self.reg_lambda / (2 * n_samples)
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self._sigmoid(A @ theta)
            q = np.clip(p, 1e-12, 1 - 1e-12)
            data_loss = -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
            self.loss_history.append(data_loss + reg * np.sum(penalised * theta**2))
            grad = A.T @ (p - y) / n_samples + reg * penalised * theta
            theta = theta - self.learning_rate * grad
        self.weights = theta[:-1]
        self.bias = theta[-1]
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.sum(self.predict(X) == y) / len(y)
