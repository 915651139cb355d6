from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass
class LogisticRegression:
    learning_rate: float = 0.01
    n_iterations: int = 1000
    weights: FloatArray | None = field(default=None, init=False)
    bias: float | None = field(default=None, init=False)
    loss_history: list[float] = field(default_factory=list, init=False)

    def _sigmoid(self, z: FloatArray) -> FloatArray:
        return np.reciprocal(1.0 + np.exp(-np.clip(z, -700.0, 700.0)))

    def _step(self, X: FloatArray, y: FloatArray) -> None:
        residual = self.predict_proba(X) - y
        dw: FloatArray = X.T @ residual / len(y)
        db = float(residual.mean())
        self.weights = self.weights - self.learning_rate * dw
        self.bias = self.bias - self.learning_rate * db

    def _loss(self, X: FloatArray, y: FloatArray) -> float:
        z = X @ self.weights + self.bias
        return float(np.mean(np.logaddexp(0.0, z) - y * z))

    def fit(self, X: FloatArray, y: FloatArray) -> LogisticRegression:
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            self.loss_history.append(self._loss(X, y))
            self._step(X, y)
        return self

    def predict_proba(self, X: FloatArray) -> FloatArray:
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X: FloatArray, threshold: float = 0.5) -> NDArray[np.int_]:
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X: FloatArray, y: FloatArray) -> float:
        return float(np.mean(self.predict(X) == y))
