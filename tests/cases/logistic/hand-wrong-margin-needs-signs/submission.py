import numpy as np


def expit(t):
    t = np.asarray(t, dtype=float)
    return np.exp(-np.logaddexp(0.0, -t))


class LogisticRegression:
    """Minimises mean(log(1 + exp(-y * f(x)))) with f(x) = w.x + b."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        return expit(z)

    def decision_function(self, X):
        return X @ self.weights + self.bias

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            margin = y * self.decision_function(X)
            self.loss_history.append(np.mean(np.logaddexp(0.0, -margin)))
            # d/df log(1 + exp(-y f)) = -y * sigmoid(-y f)
            pull = -y * expit(-margin)
            dw = X.T @ pull / n_samples
            db = pull.mean()
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return expit(self.decision_function(X))

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
