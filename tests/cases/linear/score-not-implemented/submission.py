"""Linear regression, trained with gradient descent."""

import numpy as np


class LinearRegression:
    """Least-squares linear regression."""

    def __init__(self, learning_rate=0.01, n_iterations=1000):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None
        self.loss_history = []

    def fit(self, X, y):
        """Train on ``X`` (n_samples, n_features) and ``y`` (n_samples,) from zero; return ``self``.

        Fitting again starts over. ``X`` and ``y`` are left as they are.
        """
        n = X.shape[0]
        self.weights = np.zeros(X.shape[1])
        self.bias = 0.0
        self.loss_history = []
        for _ in range(self.n_iterations):
            diff = self.predict(X) - y
            self.loss_history.append(np.sum(diff**2) / (2 * n))
            dw = X.T @ diff / n
            db = np.sum(diff) / n
            self.weights = self.weights - self.learning_rate * dw
            self.bias = self.bias - self.learning_rate * db
        return self

    def predict(self, X):
        """Predict the targets of ``X`` (n_samples, n_features) as an array of shape (n_samples,)."""
        return X @ self.weights + self.bias

    def score(self, X, y):
        """Return R^2 = 1 - sum((y - y_pred) ** 2) / sum((y - mean(y)) ** 2), a scalar.

        1 is perfect, 0 is as good as predicting the mean of ``y``, below 0 is worse than that.
        """
        raise NotImplementedError
