import numpy as np


def add_intercept(X):
    m = X.shape[0]
    return np.concatenate((np.ones((m, 1)), X), axis=1)


class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        g = np.empty_like(z)
        pos = z >= 0
        neg = ~pos
        g[pos] = 1 / (1 + np.exp(-z[pos]))
        ez = np.exp(z[neg])
        g[neg] = ez / (1 + ez)
        return g

    def costFunction(self, theta, X, y):
        """[J, grad] = costFunction(theta, X, y), see ex2."""
        m = len(y)
        h = self._sigmoid(X.dot(theta))
        eps = 1e-12
        J = -(1 / m) * (y.dot(np.log(h + eps)) + (1 - y).dot(np.log(1 - h + eps)))
        grad = (1 / m) * X.T.dot(h - y)
        return J, grad

    def fit(self, X, y):
        X = add_intercept(np.asarray(X, dtype=float))
        y = np.asarray(y, dtype=float)
        theta = np.zeros(X.shape[1])
        self.loss_history = []
        for it in range(self.n_iterations):
            J, grad = self.costFunction(theta, X, y)
            self.loss_history.append(J)
            theta = theta - self.learning_rate * grad
        self.theta = theta
        self.bias = theta[0]
        self.weights = theta[1:]
        return self

    def predict_proba(self, X):
        return self._sigmoid(add_intercept(X).dot(self.theta))

    def predict(self, X, threshold=0.5):
        p = self.predict_proba(X)
        return np.where(p >= threshold, 1, 0)

    def accuracy(self, X, y):
        return float(np.mean(self.predict(X) == y))
