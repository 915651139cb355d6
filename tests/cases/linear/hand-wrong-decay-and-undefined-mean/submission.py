from typing import List, Optional

import numpy as np


class LinearRegression:
    DECAY: float = 0.01

    def __init__(self, learning_rate: float = 0.01, n_iterations: int = 1000) -> None:
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights: Optional[np.ndarray] = None
        self.bias: Optional[float] = None
        self.loss_history: List[float] = []

    def _schedule(self, step: int) -> float:
        return self.learning_rate / (1.0 + self.DECAY * step)

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        n: int = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for step in range(self.n_iterations):
            error: np.ndarray = self.predict(X) - y
            self.loss_history.append(float(np.sum(error**2) / (2 * n)))
            rate: float = self._schedule(step)
            self.weights = self.weights - rate * (X.T @ error) / n
            self.bias = self.bias - rate * float(np.sum(error)) / n
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        return X @ self.weights + self.bias

    def score(self, X: np.ndarray, y: np.ndarray) -> float:
        y_pred = self.predict(X)
        ss_res = np.sum((y - y_pred) ** 2)
        ss_tot = np.sum((y - y_mean) ** 2)
        return float(1 - ss_res / ss_tot)
