import numpy as np

ALPHA = 0.1        # works well on the breast cancer data
EPSILON = 1e-12


def sigmoid(z):
    e = np.exp(-np.absolute(z))
    return np.where(np.asarray(z) < 0, e, 1.0) / (1.0 + e)


def log_loss(y, p):
    p = np.where(p < EPSILON, EPSILON, p)
    q = np.where(1 - p < EPSILON, EPSILON, 1 - p)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(q))


def gradients(X, y, p):
    error = p - y
    return X.T.dot(error) / len(y), error.sum() / len(y)


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return sigmoid(z)

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(log_loss(y, p))
            dw, db = gradients(X, y, p)
            self.weights = self.weights - ALPHA * dw
            self.bias = self.bias - ALPHA * db
        return self

    def predict_proba(self, X):
        return sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
