import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000, seed=42):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.seed = seed
        self.params = {}
        self.weights = None
        self.bias = None
        self.loss_history = []

    def init_params(self, n_in):
        rng = np.random.default_rng(self.seed)
        self.params["W"] = rng.standard_normal(n_in) * 0.01
        self.params["b"] = 0.0

    def forward(self, X):
        return X @ self.params["W"] + self.params["b"]

    def backward(self, X, y, out):
        delta = (out - y) / len(y)
        return {"W": X.T @ delta, "b": delta.sum()}

    def fit(self, X, y):
        self.init_params(X.shape[1])
        self.loss_history = []
        for _ in range(self.n_iterations):
            out = self.forward(X)
            self.loss_history.append(0.5 * np.mean((out - y) ** 2))
            grads = self.backward(X, y, out)
            for name in self.params:
                self.params[name] = self.params[name] - self.learning_rate * grads[name]
        self.weights, self.bias = self.params["W"], self.params["b"]
        return self

    def predict(self, X):
        return self.forward(X)

    def score(self, X, y):
        return 1 - np.sum((y - self.predict(X)) ** 2) / np.sum((y - y.mean()) ** 2)
