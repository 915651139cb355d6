from __future__ import annotations

import numpy as np

_EPSILON = np.finfo(np.float64).eps


class NotFittedError(RuntimeError):
    """Raised when a prediction is asked of a model that was not trained."""


class LogisticRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self._reset()

    # ------------------------------------------------------------- public API
    def fit(self, X, y):
        X, y = self._validate(X, y)
        self._reset()
        self._initialize_parameters(X.shape[1])
        for _ in range(self.n_iterations):
            self._training_step(X, y)
        return self

    def predict_proba(self, X):
        if self.weights is None:
            raise NotFittedError("call fit() before predicting")
        return self._sigmoid(self._linear(np.asarray(X)))

    def predict(self, X, threshold=0.5):
        return np.greater_equal(self.predict_proba(X), threshold).astype(np.int64)

    def accuracy(self, X, y):
        return float(np.count_nonzero(self.predict(X) == np.asarray(y)) / np.shape(y)[0])

    # ---------------------------------------------------------------- private
    def _reset(self):
        self.weights = None
        self.bias = None
        self.loss_history = []

    @staticmethod
    def _validate(X, y):
        X = np.asarray(X, dtype=np.float64)
        y = np.asarray(y, dtype=np.float64)
        if X.ndim != 2:
            raise ValueError(f"X must be 2-D, got {X.ndim}-D")
        if y.shape != (X.shape[0],):
            raise ValueError(f"y must have shape ({X.shape[0]},), got {y.shape}")
        return X, y

    def _initialize_parameters(self, n_features):
        self.weights = np.zeros(n_features, dtype=np.float64)
        self.bias = 0.0

    def _linear(self, X):
        return X @ self.weights + self.bias

    def _sigmoid(self, z):
        return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=np.float64)))

    def _compute_loss(self, y, p):
        p = np.clip(p, _EPSILON, 1.0 - _EPSILON)
        return float(-np.mean(y * np.log(p) + (1.0 - y) * np.log1p(-p)))

    def _compute_gradients(self, X, y, p):
        residual = p - y
        return X.T @ residual / len(y), residual.mean()

    def _training_step(self, X, y):
        p = self._sigmoid(self._linear(X))
        self.loss_history.append(self._compute_loss(y, p))
        dw, db = self._compute_gradients(X, y, p)
        self.weights = self.weights - self.learning_rate * dw
        self.bias = self.bias - self.learning_rate * db
