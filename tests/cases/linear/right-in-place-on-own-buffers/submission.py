import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        X = np.array(X, dtype=float)      # own copies
        y = np.array(y, dtype=float)
        n, d = X.shape
        w = np.zeros(d)
        b = np.zeros(1)
        err = np.empty(n)
        grad = np.empty(d)
        self.loss_history.clear()
        for _ in range(self.n_iterations):
            np.matmul(X, w, out=err)
            err += b
            err -= y
            self.loss_history.append(float(err.dot(err)) / (2 * n))
            np.matmul(X.T, err, out=grad)
            grad *= self.learning_rate / n
            w -= grad
            b -= self.learning_rate * err.mean()
        self.weights = w
        self.bias = b[0]
        return self

    def predict(self, X):
        out = np.matmul(X, self.weights)
        out += self.bias
        return out

    def score(self, X, y):
        r = self.predict(X)
        r -= y
        return 1 - r.dot(r) / np.sum((y - np.mean(y)) ** 2)
