from numpy import abs, einsum, exp, log1p, maximum, where, zeros


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        t = exp(-abs(z))
        return where(z < 0, t, 1.0) / (1.0 + t)

    def _z(self, X):
        return einsum("nd,d->n", X, self.weights) + self.bias

    def fit(self, X, y):
        n, d = X.shape
        self.weights = zeros(d)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            z = self._z(X)
            softplus = maximum(z, 0) + log1p(exp(-abs(z)))
            self.loss_history.append((softplus.sum() - einsum("n,n->", y, z)) / n)
            r = self._sigmoid(z) - y
            grad_w = einsum("n,nd->d", r, X) / n
            grad_b = einsum("n->", r) / n
            self.weights = self.weights - self.learning_rate * grad_w
            self.bias = self.bias - self.learning_rate * grad_b
        return self

    def predict_proba(self, X):
        return self._sigmoid(self._z(X))

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold) * 1

    def accuracy(self, X, y):
        return (self.predict(X) == y).mean()
