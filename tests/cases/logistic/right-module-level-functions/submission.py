import numpy as np


def sigmoid(z):
    """Numerically stable logistic function."""
    z = np.asarray(z, dtype=np.float64)
    e = np.exp(-np.abs(z))
    s = 1.0 / (1.0 + e)
    return np.where(z >= 0, s, 1.0 - s) if z.ndim else np.float64(s if z >= 0 else 1.0 - s)


def forward(X, w, b):
    return sigmoid(X @ w + b)


def bce(y, p, eps=1e-12):
    p = p.clip(eps, 1 - eps)
    return float(-np.mean(np.where(y == 1, np.log(p), np.log(1 - p))))


def gradients(X, y, p):
    diff = p - y
    return np.mean(X * diff[:, None], axis=0), np.mean(diff)


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    _sigmoid = staticmethod(sigmoid)

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = forward(X, self.weights, self.bias)
            self.loss_history.append(bce(y, p))
            dw, db = gradients(X, y, p)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return forward(X, self.weights, self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
