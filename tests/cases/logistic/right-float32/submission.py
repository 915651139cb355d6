import numpy as np

F = np.float32


class LogisticRegression:
    """float32 everywhere, as one would on a GPU."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        # float32 cannot hold every float64 score, and exp(-80) is nothing next to 1 anyway
        z = np.clip(z, -80, 80).astype(F)
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, F(1), e) / (F(1) + e)

    def fit(self, X, y):
        X = X.astype(F)
        y = y.astype(F)
        n = F(len(X))
        lr = F(self.learning_rate)
        self.weights = np.zeros(X.shape[1], dtype=F)
        self.bias = F(0)
        self.loss_history = []
        for _ in range(self.n_iterations):
            p = self._sigmoid(X @ self.weights + self.bias)
            # 1e-7 is about the float32 epsilon, anything smaller would be rounded away next to 1
            q = np.clip(p, F(1e-7), F(1) - F(1e-7))
            self.loss_history.append(-np.mean(y * np.log(q) + (F(1) - y) * np.log(F(1) - q)))
            dw = X.T @ (p - y) / n
            db = np.sum(p - y) / n
            self.weights = self.weights - lr * dw
            self.bias = self.bias - lr * db
        return self

    def predict_proba(self, X):
        return self._sigmoid(X.astype(F) @ self.weights + self.bias)

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(np.int32)

    def accuracy(self, X, y):
        return np.mean(self.predict(X) == y)
