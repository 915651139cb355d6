import numpy as np

DTYPE = np.float32   # same as our training stack


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        X = np.asarray(X, dtype=DTYPE)
        y = np.asarray(y, dtype=DTYPE)
        lr = DTYPE(self.learning_rate)
        n, d = X.shape
        w = np.zeros(d, dtype=DTYPE)
        b = DTYPE(0)
        self.loss_history = []
        for _ in range(self.n_iterations):
            err = X @ w + b - y
            self.loss_history.append(float(np.mean(err * err)) / 2)
            dw = (X.T @ err) / DTYPE(n)
            db = np.mean(err)
            w = w - lr * dw
            b = b - lr * db
        self.weights = w
        self.bias = b
        return self

    def predict(self, X):
        return np.asarray(X, dtype=DTYPE) @ self.weights + self.bias

    def score(self, X, y):
        y = np.asarray(y, dtype=DTYPE)
        res = np.sum((y - self.predict(X)) ** 2)
        tot = np.sum((y - y.mean()) ** 2)
        return 1 - res / tot
