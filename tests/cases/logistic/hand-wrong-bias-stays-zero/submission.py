import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        ez = np.exp(-np.abs(z))
        return np.where(z > 0, 1 / (1 + ez), ez / (1 + ez))

    def _forward(self, X):
        return self._sigmoid(X @ self.weights + self.bias)

    def _backward(self, X, y, a):
        n = X.shape[0]
        dz = a - y
        return {"dw": X.T @ dz / n, "db": np.sum(dz) / n}

    def _update(self, w, b, grads):
        # in place, saves a copy per iteration
        w -= self.learning_rate * grads["dw"]
        b -= self.learning_rate * grads["db"]

    def _cost(self, y, a):
        a = np.clip(a, 1e-12, 1 - 1e-12)
        return -np.mean(y * np.log(a) + (1 - y) * np.log(1 - a))

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            a = self._forward(X)
            self.loss_history.append(self._cost(y, a))
            grads = self._backward(X, y, a)
            self._update(self.weights, self.bias, grads)
        return self

    def predict_proba(self, X):
        return self._forward(X)

    def predict(self, X, threshold=0.5):
        return (self._forward(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
