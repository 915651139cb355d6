import numpy as np
from numpy import abs, dot, exp, log, ones, size, where, zeros


class LogisticRegression:
    # column vectors throughout:  X (m x n),  y (m x 1),  w (n x 1)

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        t = exp(-abs(z))
        g = 1 / (1 + t)
        return where(np.asarray(z) >= 0, g, t * g)

    def fit(self, X, y):
        m = size(X, 0)
        n = size(X, 1)
        Y = np.reshape(y, (m, 1))
        w = zeros((n, 1))
        b = 0.0
        e = ones((m, 1))
        J_history = zeros((self.n_iterations, 1))

        for k in range(self.n_iterations):
            A = self._sigmoid(dot(X, w) + b * e)                     # m x 1
            Ac = np.minimum(np.maximum(A, 1e-14), 1 - 1e-14)
            J = -(dot(Y.T, log(Ac)) + dot((1 - Y).T, log(1 - Ac))) / m   # 1 x 1
            J_history[k] = J[0, 0]
            dw = dot(X.T, A - Y) / m                                 # n x 1
            db = dot(e.T, A - Y)[0, 0] / m
            w = w - self.learning_rate * dw
            b = b - self.learning_rate * db

        self.weights = w.ravel()
        self.bias = b
        self.loss_history = J_history.ravel().tolist()
        return self

    def predict_proba(self, X):
        w = self.weights.reshape(-1, 1)
        return self._sigmoid(dot(X, w) + self.bias).ravel()

    def predict(self, X, threshold=0.5):
        yhat = zeros(size(X, 0), dtype=int)
        yhat[np.flatnonzero(self.predict_proba(X) >= threshold)] = 1
        return yhat

    def accuracy(self, X, y):
        return np.mean(np.double(self.predict(X) == np.ravel(y)))
