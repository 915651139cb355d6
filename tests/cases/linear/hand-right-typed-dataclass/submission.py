from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Gradient:
    weights: Vector
    bias: float


@dataclass
class LinearRegression:
    learning_rate: float = 0.01
    n_iterations: int = 1000
    weights: Vector | None = field(default=None, init=False)
    bias: float | None = field(default=None, init=False)
    loss_history: list[float] = field(default_factory=list, init=False)

    def fit(self, X: ArrayLike, y: ArrayLike) -> LinearRegression:
        features = np.asarray(X, dtype=np.float64)
        targets = np.asarray(y, dtype=np.float64)
        self.weights = np.zeros(features.shape[1], dtype=np.float64)
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            residuals = self.predict(features) - targets
            self.loss_history.append(float(np.mean(residuals**2) / 2))
            gradient = self._gradient(features, residuals)
            self.weights = self.weights - self.learning_rate * gradient.weights
            self.bias = self.bias - self.learning_rate * gradient.bias
        return self

    @staticmethod
    def _gradient(features: Vector, residuals: Vector) -> Gradient:
        return Gradient(weights=features.T @ residuals / len(residuals), bias=float(residuals.mean()))

    def predict(self, X: ArrayLike) -> Vector:
        return np.asarray(X, dtype=np.float64) @ self.weights + self.bias

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        targets = np.asarray(y, dtype=np.float64)
        unexplained = np.sum((targets - self.predict(X)) ** 2)
        return float(1.0 - unexplained / np.sum((targets - targets.mean()) ** 2))
