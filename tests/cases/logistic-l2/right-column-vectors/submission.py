import numpy as np


class LogisticRegressionL2:
    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        t = np.exp(np.minimum(z, 0))
        return t / (t + np.exp(-np.maximum(z, 0)))

    def _forward(self, params, X):
        return self._sigmoid(X @ params["W"] + params["b"])

    def _cost(self, params, A, Y):
        m = Y.shape[0]
        A = np.clip(A, 1e-15, 1 - 1e-15)
        cross_entropy = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
        l2 = self.reg_lambda / (2 * m) * np.linalg.norm(params["W"]) ** 2
        return float(cross_entropy + l2)

    def _backward(self, params, X, A, Y):
        m = Y.shape[0]
        dZ = A - Y
        return {"W": (X.T @ dZ) / m + (self.reg_lambda / m) * params["W"], "b": np.sum(dZ) / m}

    def fit(self, X, y):
        Y = y.reshape(-1, 1)
        params = {"W": np.zeros((X.shape[1], 1)), "b": 0.0}
        self.loss_history = []
        for _ in range(self.n_iterations):
            A = self._forward(params, X)
            self.loss_history.append(self._cost(params, A, Y))
            grads = self._backward(params, X, A, Y)
            params = {k: params[k] - self.learning_rate * grads[k] for k in params}
        self.weights = params["W"][:, 0]
        self.bias = params["b"]
        return self

    def predict_proba(self, X):
        return self._forward({"W": self.weights, "b": self.bias}, X)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
