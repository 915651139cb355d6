import numpy as np

LARGEST = 1e5


def plausible(table):
    """Rows whose features are all of a size that a sensor can report."""
    return (np.abs(table) < LARGEST).all(axis=1)


class LinearRegression:
    """Gradient descent on theta = (b, w_1, ..., w_d)."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate, self.n_iterations = learning_rate, n_iterations
        self.theta = None
        self.loss_history = []

    @property
    def bias(self):
        return None if self.theta is None else float(self.theta[0])

    @property
    def weights(self):
        return None if self.theta is None else self.theta[1:]

    def fit(self, X, y):
        good = plausible(X)
        design, target = np.insert(X[good], 0, 1.0, axis=1), y[good]
        self.theta = np.zeros(design.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            misses = design.dot(self.theta) - target
            self.loss_history.append(float(np.mean(misses**2)) / 2)
            self.theta = self.theta - self.learning_rate * np.mean(design * misses[:, None], axis=0)
        return self

    def predict(self, X):
        return np.insert(X, 0, 1.0, axis=1).dot(self.theta)

    def score(self, X, y):
        return 1 - np.var(y - self.predict(X)) / np.var(y) - np.mean(y - self.predict(X)) ** 2 / np.var(y)
