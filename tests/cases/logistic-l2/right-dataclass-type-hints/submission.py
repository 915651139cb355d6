from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np


class Gradients(NamedTuple):
    loss: float
    dw: np.ndarray
    db: float


@dataclass(slots=True, eq=False)
class LogisticRegressionL2:
    learning_rate: float = 0.01
    n_iterations: int = 1000
    reg_lambda: float = 0.1
    weights: np.ndarray | None = field(default=None, init=False, repr=False)
    bias: float | None = field(default=None, init=False)
    loss_history: list[float] = field(default_factory=list, init=False, repr=False)

    @staticmethod
    def _sigmoid(z: np.ndarray) -> np.ndarray:
        with np.errstate(over="ignore"):
            return 1.0 / (1.0 + np.exp(-np.asarray(z, dtype=float)))

    def _evaluate(self, X: np.ndarray, y: np.ndarray) -> Gradients:
        n = X.shape[0]
        p = self.predict_proba(X)
        likelihood = np.where(y == 1, p, 1.0 - p)
        nll = -np.log(np.maximum(likelihood, 1e-15)).mean()
        ridge = self.reg_lambda / (2 * n) * float(self.weights @ self.weights)
        dw = X.T @ (p - y) / n + self.reg_lambda / n * self.weights
        return Gradients(float(nll) + ridge, dw, float(np.mean(p - y)))

    def fit(self, X: np.ndarray, y: np.ndarray) -> LogisticRegressionL2:
        self.weights, self.bias, self.loss_history = np.zeros(X.shape[1]), 0.0, []
        for _ in range(self.n_iterations):
            loss, dw, db = self._evaluate(X, y)
            self.loss_history.append(loss)
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict_proba(self, X: np.ndarray) -> np.ndarray:
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X: np.ndarray, threshold: float = 0.5) -> np.ndarray:
        return (self.predict_proba(X) >= threshold).astype(int)

    def accuracy(self, X: np.ndarray, y: np.ndarray) -> float:
        return float(np.mean(self.predict(X) == y))
