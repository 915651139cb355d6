from dataclasses import dataclass, field
from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


class Gradients(NamedTuple):
    dw: FloatArray
    db: float


@dataclass
class LogisticRegression:
    """Binary logistic regression fitted by full-batch gradient descent."""

    learning_rate: float = 0.01
    n_iterations: int = 1000
    weights: Optional[FloatArray] = field(default=None, init=False, repr=False)
    bias: Optional[float] = field(default=None, init=False, repr=False)
    loss_history: list[float] = field(default_factory=list, init=False, repr=False)

    def _sigmoid(self, z: FloatArray) -> FloatArray:
        z = np.asarray(z, dtype=np.float64)
        small = np.exp(-np.abs(z))  # in (0, 1]
        return np.where(z < 0, small / (1 + small), 1 / (1 + small))

    @staticmethod
    def _cross_entropy(z: FloatArray, y: FloatArray) -> float:
        # from the logits: max(z, 0) - y z + log(1 + exp(-|z|)), as TensorFlow does it
        return float(np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))))

    @staticmethod
    def _gradients(X: FloatArray, p: FloatArray, y: FloatArray) -> Gradients:
        n: int = X.shape[0]
        return Gradients(dw=X.T @ (p - y) / n, db=float(np.sum(p - y)) / n)

    def fit(self, X: FloatArray, y: IntArray) -> "LogisticRegression":
        weights: FloatArray = np.zeros(X.shape[1])
        bias: float = 0.0
        losses: list[float] = []
        for _ in range(self.n_iterations):
            z = X @ weights + bias
            losses.append(self._cross_entropy(z, y))
            step = self._gradients(X, self._sigmoid(z), y)
            weights = weights - self.learning_rate * step.dw
            bias = bias - self.learning_rate * step.db
        self.weights, self.bias, self.loss_history = weights, bias, losses
        return self

    def predict_proba(self, X: FloatArray) -> FloatArray:
        return self._sigmoid(X @ self.weights + self.bias)

    def predict(self, X: FloatArray, threshold: float = 0.5) -> IntArray:
        return (self.predict_proba(X) >= threshold).astype(np.int64)

    def accuracy(self, X: FloatArray, y: IntArray) -> float:
        return float((self.predict(X) == y).mean())
