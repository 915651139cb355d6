import numpy as np

ein = np.einsum


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        scale = 1 / X.shape[0]
        for _ in range(self.n_iterations):
            e = self.predict(X) - y
            self.loss_history.append(scale / 2 * ein("n,n->", e, e))
            grad_w = scale * ein("nd,n->d", X, e)
            grad_b = scale * ein("n->", e)
            self.weights = self.weights - self.learning_rate * grad_w
            self.bias = self.bias - self.learning_rate * grad_b
        return self

    def predict(self, X):
        return ein("nd,d->n", X, self.weights) + self.bias

    def score(self, X, y):
        e, c = y - self.predict(X), y - y.mean()
        return 1 - ein("n,n->", e, e) / ein("n,n->", c, c)
