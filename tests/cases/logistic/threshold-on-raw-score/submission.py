import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        num = np.exp(np.minimum(z, 0))
        return num / (1 + np.exp(-np.abs(z)))

    def _linear(self, X):
        return X.dot(self.weights) + self.bias

    def fit(self, X, y):
        n = y.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self._sigmoid(self._linear(X))
            pc = np.clip(p, 1e-15, 1 - 1e-15)
            self.loss_history.append(-(y.dot(np.log(pc)) + (1 - y).dot(np.log(1 - pc))) / n)
            g = p - y
            self.weights -= self.learning_rate * X.T.dot(g) / n
            self.bias -= self.learning_rate * g.sum() / n
        return self

    def predict_proba(self, X):
        return self._sigmoid(self._linear(X))

    def predict(self, X, threshold=0.5):
        y_pred = self._linear(X)
        return np.where(y_pred >= threshold, 1, 0)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
