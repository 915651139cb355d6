import numpy as np
from typing import List, Optional


def mean_squared_error(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    return float(np.mean((y_true - y_pred) ** 2))


class LinearRegression:
    def __init__(self, learning_rate: float = 0.01, n_iterations: int = 1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights: Optional[np.ndarray] = None
        self.bias: Optional[float] = None
        self.loss_history: List[float] = []

    def fit(self, X, y):
        n, d = X.shape
        self.weights, self.bias, self.loss_history = np.zeros(d), 0.0, []
        for _ in range(self.n_iterations):
            y_pred = self.predict(X)
            self.loss_history.append(mean_squared_error(y, y_pred))
            grad_w = X.T @ (y_pred - y) / n
            grad_b = (y_pred - y).sum() / n
            self.weights = self.weights - self.learning_rate * grad_w
            self.bias = self.bias - self.learning_rate * grad_b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias

    def score(self, X, y):
        return 1 - mean_squared_error(y, self.predict(X)) / mean_squared_error(y, np.full(len(y), y.mean()))
