import numpy as np

EPS = 1e-7  # keras.backend.epsilon()


class LogisticRegression:
    """A one-neuron network with a sigmoid activation."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []
        self.params, self.grads, self.cache = {}, {}, {}

    def _sigmoid(self, z):
        z = np.asarray(z, dtype=float)
        out = np.zeros_like(z)
        np.divide(1.0, 1.0 + np.exp(-z, where=z >= 0, out=np.zeros_like(z)), out=out, where=z >= 0)
        ez = np.exp(z, where=z < 0, out=np.zeros_like(z))
        np.divide(ez, 1.0 + ez, out=out, where=z < 0)
        return out

    def forward(self, X):
        Z = X.dot(self.params["W"]) + self.params["b"]
        A = self._sigmoid(Z)
        self.cache = {"X": X, "Z": Z, "A": A}
        return A

    def loss(self, A, y):
        A = np.clip(A, EPS, 1 - EPS)
        return -np.mean(y * np.log(A) + (1 - y) * np.log(1 - A))

    def backward(self, y):
        m = y.shape[0]
        dZ = self.cache["A"] - y
        self.grads["W"] = np.dot(self.cache["X"].T, dZ) / m
        self.grads["b"] = np.sum(dZ) / m

    def step(self):
        for name in self.params:
            self.params[name] = self.params[name] - self.learning_rate * self.grads[name]

    def fit(self, X, y):
        self.params = {"W": np.zeros(X.shape[1]), "b": 0.0}
        self.loss_history = []
        for epoch in range(self.n_iterations):
            A = self.forward(X)
            self.loss_history.append(self.loss(A, y))
            self.backward(y)
            self.step()
        self.weights = self.params["W"]
        self.bias = self.params["b"]
        self.cache = {}
        return self

    def predict_proba(self, X):
        return self._sigmoid(X.dot(self.weights) + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype("int")

    def accuracy(self, X, y):
        return 1 - np.mean(np.abs(self.predict(X) - y))
