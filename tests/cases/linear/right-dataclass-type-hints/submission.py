from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Gradients:
    dw: Array
    db: float


@dataclass
class LinearRegression:
    learning_rate: float = 0.01
    n_iterations: int = 1000
    weights: Array | None = field(default=None, init=False)
    bias: float | None = field(default=None, init=False)
    loss_history: list[float] = field(default_factory=list, init=False)

    def fit(self, X: Array, y: Array) -> LinearRegression:
        self._reset(X.shape[1])
        for _ in range(self.n_iterations):
            error = self.predict(X) - y
            self.loss_history.append(self._loss(error))
            self._step(self._gradients(X, error))
        return self

    def predict(self, X: Array) -> Array:
        return X @ self.weights + self.bias

    def score(self, X: Array, y: Array) -> float:
        rss = float(np.sum((y - self.predict(X)) ** 2))
        tss = float(np.sum((y - np.mean(y)) ** 2))
        return 1.0 - rss / tss if tss else float("nan")

    def _reset(self, n_features: int) -> None:
        self.weights = np.zeros(n_features)
        self.bias = 0.0
        self.loss_history = []

    @staticmethod
    def _loss(error: Array) -> float:
        return float(np.mean(error**2) / 2)

    @staticmethod
    def _gradients(X: Array, error: Array) -> Gradients:
        return Gradients(dw=X.T @ error / len(error), db=float(error.mean()))

    def _step(self, g: Gradients) -> None:
        self.weights = self.weights - self.learning_rate * g.dw
        self.bias = self.bias - self.learning_rate * g.db
