"""Linear regression in closed form: the normal equation.

    model     y_pred = X @ weights + bias
    loss      the sum of squared residuals
    solution  with a column of ones put before X, theta = (bias, weights) solves
              (X.T @ X) @ theta = X.T @ y

Only NumPy and the standard library are allowed. Solve the system with ``np.linalg.solve``.
Fill in the bodies, then run ``grade exercise normal-equation``.
"""

import numpy as np


class LinearRegressionClosed:
    """Least-squares linear regression without iterations, learning rate or start.

    Attributes, set by ``fit``
    --------------------------
    weights : array of shape (n_features,)
    bias : scalar
    """

    def __init__(self):
        self.weights = None
        self.bias = None

    def fit(self, X, y):
        """Solve for ``X`` (n_samples, n_features) and ``y`` (n_samples,); return ``self``.

        Fitting again starts over. ``X`` and ``y`` are left as they are. Where the columns of ``X``
        depend on each other there is no single solution: raise ``np.linalg.LinAlgError``, or find
        one whose predictions are as good as any.
        """
        raise NotImplementedError

    def predict(self, X):
        """Predict the targets of ``X`` (n_samples, n_features) as an array of shape (n_samples,)."""
        raise NotImplementedError
