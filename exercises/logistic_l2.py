"""Logistic regression with an L2 penalty (ridge), trained with gradient descent.

    model      p = sigmoid(X @ weights + bias), the probability that y is 1
    loss       L_reg = -(1 / n) * sum(y * log(p) + (1 - y) * log(1 - p))
                       + (reg_lambda / 2n) * sum(weights ** 2)
    gradients  dw = (1 / n) * X.T @ (p - y) + (reg_lambda / n) * weights
               db = (1 / n) * sum(p - y)                  (the bias is not regularised)
    start      weights and bias are zero
    training   full-batch gradient descent: each of the ``n_iterations`` updates uses every
               sample once, and both gradients are taken before either parameter moves

``n`` is the number of samples. Only NumPy and the standard library are allowed.
Fill in the bodies, then run ``grade exercise logistic-l2``.
"""

import numpy as np


class LogisticRegressionL2:
    """Binary classifier for labels 0 and 1 whose weights are kept small.

    Parameters
    ----------
    learning_rate : float
        The step size: ``weights -= learning_rate * dw``, and likewise for the bias.
    n_iterations : int
        How many updates ``fit`` makes. No early stopping.
    reg_lambda : float
        The strength of the penalty, >= 0; 0 is plain logistic regression.

    Attributes, set by ``fit``
    --------------------------
    weights : array of shape (n_features,)
    bias : scalar
    loss_history : one penalised loss per iteration, each computed *before* that iteration's update;
        always finite, also when a probability reaches 0 or 1
    """

    def __init__(self, learning_rate=0.01, n_iterations=1000, reg_lambda=0.1):
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.reg_lambda = reg_lambda
        self.weights = None
        self.bias = None
        self.loss_history = []

    def _sigmoid(self, z):
        """Return 1 / (1 + exp(-z)) for an array ``z`` of any shape, in that shape.

        Stable for every finite ``z``: at +-1000 too it answers without a NumPy overflow warning.
        """
        raise NotImplementedError

    def fit(self, X, y):
        """Train on ``X`` (n_samples, n_features) and labels ``y`` (n_samples,) from zero; return ``self``.

        Fitting again starts over. ``X`` and ``y`` are left as they are.
        """
        raise NotImplementedError

    def predict_proba(self, X):
        """Return P(y = 1) for each row of ``X`` as an array of shape (n_samples,)."""
        raise NotImplementedError

    def predict(self, X, threshold=0.5):
        """Return integer labels of shape (n_samples,): 1 where P(y = 1) >= ``threshold``, else 0."""
        raise NotImplementedError

    def accuracy(self, X, y):
        """Return the fraction of rows whose predicted label equals ``y``, between 0 and 1."""
        raise NotImplementedError
