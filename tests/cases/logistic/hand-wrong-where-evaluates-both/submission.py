import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # Numerically stable version, see
        # https://timvieira.github.io/blog/post/2014/02/11/exp-normalize-trick/
        #   z >= 0 :  1 / (1 + exp(-z))
        #   z <  0 :  exp(z) / (1 + exp(z))
        return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))

    def _loss(self, y, p):
        # keep p away from 0 and 1
        p = np.clip(p, 1e-15, 1 - 1e-15)
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))

    def fit(self, X, y):
        # 1. start from zero
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

        # 2. repeat
        for _ in range(self.n_iterations):
            # 2a. probabilities under the current parameters
            p = self.predict_proba(X)
            # 2b. how bad are they?
            self.loss_history.append(self._loss(y, p))
            # 2c. which way is down?
            dw = X.T @ (p - y) / n_samples
            db = np.sum(p - y) / n_samples
            # 2d. take a step
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
