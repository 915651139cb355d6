import math
import numpy as np

PROB_MIN = 1.0e-12
PROB_MAX = 1.0 - 1.0e-12


class LogisticRegression:

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        src = np.asarray(z, dtype=np.float64)
        dst = np.zeros(src.size)
        flat = src.reshape(-1)
        for i in range(src.size):
            v = flat[i]
            if v > 700.0:
                v = 700.0
            elif v < -700.0:
                v = -700.0
            dst[i] = 1.0 / (1.0 + math.exp(-v))
        return dst.reshape(src.shape)

    def fit(self, X, y):
        n = X.shape[0]
        d = X.shape[1]
        w = np.zeros(d)
        b = 0.0
        dw = np.zeros(d)
        loss = [0.0] * self.n_iterations

        for it in range(self.n_iterations):
            db = 0.0
            acc = 0.0
            for j in range(d):
                dw[j] = 0.0
            z = np.dot(X, w) + b
            p = self._sigmoid(z)
            for i in range(n):
                q = p[i]
                if q < PROB_MIN: q = PROB_MIN
                if q > PROB_MAX: q = PROB_MAX
                acc += y[i] * math.log(q) + (1 - y[i]) * math.log(1.0 - q)
                diff = p[i] - y[i]
                for j in range(d):
                    dw[j] += diff * X[i][j]
                db += diff
            loss[it] = -acc / n
            for j in range(d):
                w[j] -= self.learning_rate * (dw[j] / n)
            b -= self.learning_rate * (db / n)

        self.weights = w
        self.bias = b
        self.loss_history = loss
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.dot(X, self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        p = self.predict_proba(X)
        out = np.zeros(p.shape[0], dtype=np.int32)
        for i in range(p.shape[0]):
            if p[i] >= threshold:
                out[i] = 1
        return out

    def accuracy(self, X, y):
        return sum(int(a == b) for a, b in zip(self.predict(X), y)) / float(len(y))
