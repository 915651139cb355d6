import numpy as np


def stable_sigmoid(z):
    return (1 + np.tanh(0.5 * np.asarray(z, dtype=float))) / 2


def softplus(z):
    return np.logaddexp(0, z)


def value_and_grad(w, b, X, y, lam):
    """Penalised loss and its gradients with respect to w and b."""
    n = len(y)
    z = X @ w + b
    value = (softplus(z) - y * z).mean() + lam / (2 * n) * (w**2).sum()
    delta = stable_sigmoid(z) - y
    return value, (delta @ X + lam * w) / n, delta.mean()


def descend(X, y, lr, steps, lam):
    w, b = np.zeros(X.shape[1]), 0.0
    values = np.zeros(steps)
    for i in range(steps):
        values[i], gw, gb = value_and_grad(w, b, X, y, lam)
        w, b = w - lr * gw, b - lr * gb
    return w, b, values


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return stable_sigmoid(z)

    def fit(self, X, y):
        self.weights, self.bias, self.loss_history = descend(
            X, y, self.learning_rate, self.n_iterations, self.reg_lambda
        )
        return self

    def predict_proba(self, X):
        return stable_sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
