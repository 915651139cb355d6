import numpy as np


class LogisticRegressionL2:
    """Regularised logistic regression as in the Stanford course: theta_0 is not penalised."""

    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.clip(z, -500, 500)
        return 1 / (1 + np.exp(-z))

    def _cost_function_reg(self, theta, X, y, lam):
        m = len(y)
        h = self._sigmoid(X @ theta)

        theta_reg = theta.copy()
        theta_reg[0] = 0

        h_safe = np.clip(h, 1e-12, 1 - 1e-12)
        J = (-y @ np.log(h_safe) - (1 - y) @ np.log(1 - h_safe)) / m
        J = J + lam / (2 * m) * (theta_reg @ theta_reg)

        grad = X.T @ (h - y) / m + lam / m * theta_reg
        return J, grad

    def fit(self, X, y):
        X1 = np.c_[np.ones(X.shape[0]), X]
        theta = np.zeros(X1.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            J, grad = self._cost_function_reg(theta, X1, y, self.reg_lambda)
            self.loss_history.append(J)
            theta = theta - self.learning_rate * grad
        self.bias, self.weights = theta[0], theta[1:]
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
