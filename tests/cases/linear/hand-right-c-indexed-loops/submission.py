import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        rows = X.shape[0]
        cols = X.shape[1]
        w = np.zeros(cols)
        b = 0.0
        dw = np.zeros(cols)
        db = 0.0
        history = [0.0] * self.n_iterations
        it = 0
        while it < self.n_iterations:
            for j in range(0, cols):
                dw[j] = 0.0
            db = 0.0
            cost = 0.0
            for i in range(0, rows):
                p = b
                for j in range(0, cols):
                    p += w[j] * X[i, j]
                diff = p - y[i]
                cost += diff * diff
                for j in range(0, cols):
                    dw[j] += diff * X[i, j]
                db += diff
            history[it] = cost / (2.0 * rows)
            for j in range(0, cols):
                w[j] -= self.learning_rate * dw[j] / rows
            b -= self.learning_rate * db / rows
            it += 1
        self.weights = w
        self.bias = b
        self.loss_history = history
        return self

    def predict(self, X):
        out = np.empty(X.shape[0])
        for i in range(0, X.shape[0]):
            out[i] = self.bias
            for j in range(0, X.shape[1]):
                out[i] += self.weights[j] * X[i, j]
        return out

    def score(self, X, y):
        p = self.predict(X)
        mean = 0.0
        for i in range(0, len(y)):
            mean += y[i] / len(y)
        ssr = 0.0
        sst = 0.0
        for i in range(0, len(y)):
            ssr += (y[i] - p[i]) * (y[i] - p[i])
            sst += (y[i] - mean) * (y[i] - mean)
        return 1.0 - ssr / sst
