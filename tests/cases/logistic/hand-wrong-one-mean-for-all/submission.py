import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate: float = 0.01, n_iterations: int = 1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z: np.ndarray) -> np.ndarray:
        return np.tanh(np.asarray(z) * 0.5) * 0.5 + 0.5

    def _cross_entropy(self, y: np.ndarray, p: np.ndarray) -> float:
        eps = 1e-15
        return float(np.mean(-y * np.log(p + eps) - (1 - y) * np.log(1 - p + eps)))

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LogisticRegression":
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []

        for _ in range(self.n_iterations):
            p = self.predict_proba(X)
            self.loss_history.append(self._cross_entropy(y, p))

            error = (p - y)[:, np.newaxis]
            dw = np.mean(error * X)
            db = np.mean(error)

            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db

        return self

    def predict_proba(self, X: np.ndarray) -> np.ndarray:
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X: np.ndarray, threshold: float = 0.5) -> np.ndarray:
        return (self.predict_proba(X) > threshold).astype(int)

    def accuracy(self, X: np.ndarray, y: np.ndarray) -> float:
        return float(np.mean(self.predict(X) == y))
