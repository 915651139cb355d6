"""Linear regression, trained with gradient descent.

    model      y_pred = X @ weights + bias
    loss       L  = (1 / 2n) * sum((y_pred - y) ** 2)
    gradients  dw = (1 / n) * X.T @ (y_pred - y)
               db = (1 / n) * sum(y_pred - y)
    start      weights and bias are zero
    training   full-batch gradient descent: each of the ``n_iterations`` updates uses every
               sample once, and both gradients are taken before either parameter moves

``n`` is the number of samples. Only NumPy and the standard library are allowed.
Fill in the bodies, then run ``grade exercise linear``.
"""

import numpy as np


class LinearRegression:
    """Least-squares linear regression.

    Parameters
    ----------
    learning_rate : float
        The step size: ``weights -= learning_rate * dw``, and likewise for the bias.
    n_iterations : int
        How many updates ``fit`` makes. No early stopping.

    Attributes, set by ``fit``
    --------------------------
    weights : array of shape (n_features,)
    bias : scalar
    loss_history : one loss per iteration, each computed *before* that iteration's update
    """

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
        raise NotImplementedError

    def predict(self, X):
        """Predict the targets of ``X`` (n_samples, n_features) as an array of shape (n_samples,)."""
        raise NotImplementedError

    def score(self, X, y):
        """Return R^2 = 1 - sum((y - y_pred) ** 2) / sum((y - mean(y)) ** 2), a scalar.

        1 is perfect, 0 is as good as predicting the mean of ``y``, below 0 is worse than that.
        """
        raise NotImplementedError
