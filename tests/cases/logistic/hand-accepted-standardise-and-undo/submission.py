import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []
        self.mean_ = None
        self.scale_ = None

    def _standardise(self, X):
        self.mean_ = X.mean(axis=0)
        self.scale_ = X.std(axis=0)
        self.scale_[self.scale_ == 0] = 1.0     # constant columns
        return (X - self.mean_) / self.scale_

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        res = np.zeros(z.shape)
        up = z > 0
        res[up] = 1 / (1 + np.exp(-z[up]))
        res[~up] = np.exp(z[~up]) / (np.exp(z[~up]) + 1)
        return res

    def fit(self, X, y):
        X = np.asarray(X, dtype=float)
        n_samples, n_features = X.shape
        X_std = self._standardise(X)
        w = np.zeros(n_features)
        b = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self._sigmoid(X_std @ w + b)
            p_log = np.clip(p, 1e-15, 1 - 1e-15)
            self.loss_history.append(-np.mean(y * np.log(p_log) + (1 - y) * np.log(1 - p_log)))
            err = p - y
            w = w - self.learning_rate * (X_std.T @ err) / n_samples
            b = b - self.learning_rate * err.mean()

        # back to the units of X:  w . (x - mean) / scale + b
        self.weights = w / self.scale_
        self.bias = b - np.dot(self.weights, self.mean_)
        return self

    def predict_proba(self, X):
        return self._sigmoid(np.asarray(X) @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
