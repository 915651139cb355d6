import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        n, p = X.shape
        eta = self.learning_rate

        w = np.zeros(p)
        b = 0.0
        losses = np.empty(self.n_iterations)
        residual = np.empty(n)
        step = np.empty(p)

        for k in range(self.n_iterations):
            np.matmul(X, w, out=residual)
            residual += b
            residual -= y
            losses[k] = residual.dot(residual) / (2.0 * n)
            np.matmul(X.T, residual, out=step)
            step *= eta / n
            w -= step
            b -= eta * residual.sum() / n

        self.weights, self.bias, self.loss_history = w, b, losses
        return self

    def predict(self, X):
        yhat = np.matmul(X, self.weights)
        return yhat + self.bias

    def score(self, X, y):
        e = y - self.predict(X)
        d = y - y.mean()
        return 1.0 - e.dot(e) / d.dot(d)
