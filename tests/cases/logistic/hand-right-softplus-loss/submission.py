import numpy as np


def softplus(t):
    """log(1 + exp(t)) without overflow."""
    return np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t)))


class LogisticRegression:
    """
    log p       = -softplus(-z)
    log (1 - p) = -softplus(z)

    so the cross-entropy is y * softplus(-z) + (1 - y) * softplus(z), and it never
    has to see p itself.
    """

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return np.exp(-softplus(np.negative(z)))

    def _score(self, X):
        return np.einsum("ij,j->i", X, self.weights) + self.bias

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []
        while len(self.loss_history) < self.n_iterations:
            z = self._score(X)
            loss = np.average(y * softplus(-z) + (1 - y) * softplus(z))
            self.loss_history.append(loss)
            delta = self._sigmoid(z) - y
            dw = np.einsum("ij,i->j", X, delta) / n_samples
            db = np.average(delta)
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(self._score(X))

    def predict(self, X, threshold=0.5):
        return np.array(self.predict_proba(X) >= threshold, dtype=int)

    def accuracy(self, X, y):
        return np.equal(self.predict(X), y).sum() / y.size
