import numpy as np


class NotFittedError(RuntimeError):
    pass


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self._reset()

    def _reset(self):
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _initialise_parameters(self, n_features):
        self.weights = np.zeros(n_features)
        self.bias = 0.0

    def _validate(self, X, y=None):
        X = np.asarray(X)
        if X.ndim != 2:
            raise ValueError(f"X must be two-dimensional, got {X.ndim} dimension(s)")
        if y is not None and len(y) != len(X):
            raise ValueError(f"X has {len(X)} samples and y has {len(y)}")
        return X, (None if y is None else np.asarray(y))

    def _forward(self, X):
        return X @ self.weights + self.bias

    def _compute_loss(self, error):
        return float(np.sum(error**2) / (2 * error.size))

    def _compute_gradients(self, X, error):
        n = X.shape[0]
        return X.T @ error / n, error.sum() / n

    def _apply_gradients(self, dw, db):
        self.weights -= self.learning_rate * dw
        self.bias -= self.learning_rate * db

    def fit(self, X, y):
        X, y = self._validate(X, y)
        self._reset()
        self._initialise_parameters(X.shape[1])
        for _ in range(self.n_iterations):
            error = self._forward(X) - y
            self.loss_history.append(self._compute_loss(error))
            self._apply_gradients(*self._compute_gradients(X, error))
        return self

    def predict(self, X):
        if self.weights is None:
            raise NotFittedError("call fit before predict")
        X, _ = self._validate(X)
        return self._forward(X)

    def score(self, X, y):
        X, y = self._validate(X, y)
        residual_sum = np.sum((y - self.predict(X)) ** 2)
        total_sum = np.sum((y - y.mean()) ** 2)
        return float(1 - residual_sum / total_sum)
