"""Draws the data of the suites, and knows the right answers by other means than the references."""

import numpy as np

from grader.expect import Floats


def draw_features(rng: np.random.Generator, n_samples: int, n_features: int) -> Floats:
    """Draw features that are correlated, neither scaled nor centred, and of both signs.

    Tidy data hide mistakes: on standardised columns a dozen wrong gradients agree with the right one.
    """
    mixing = np.eye(n_features) + 0.3 * rng.standard_normal((n_features, n_features))
    scale = rng.uniform(0.6, 1.6, n_features)
    shift = rng.uniform(0.3, 0.9, n_features) * rng.choice([-1, 1], n_features)
    X: Floats = (rng.standard_normal((n_samples, n_features)) @ mixing) * scale + shift
    return X


def draw_gentle_features(rng: np.random.Generator, n_samples: int, n_features: int) -> Floats:
    """Draw features on which gradient descent converges fast: near-orthogonal columns, slightly off centre.

    With the column of ones they have condition number below 4, so that rate 0.5 halves the error of a linear
    fit every few iterations.
    """
    raw = rng.standard_normal((n_samples, n_features))
    basis, _ = np.linalg.qr(raw - raw.mean(axis=0))
    X: Floats = basis * np.sqrt(n_samples) * rng.uniform(0.8, 1.2, n_features) + rng.uniform(-0.3, 0.3, n_features)
    return X


def draw_coefficients(rng: np.random.Generator, n_features: int) -> tuple[Floats, float]:
    """Draw weights and a bias well away from zero, of both signs."""
    signs = np.where(np.arange(n_features + 1) % 2 == 0, 1.0, -1.0) * rng.choice([-1, 1])
    values = rng.uniform(0.6, 1.8, n_features + 1) * signs
    return values[1:], float(values[0])


def draw_targets(rng: np.random.Generator, X: Floats, noise: float) -> Floats:
    """Draw targets that depend on ``X`` linearly, with normal noise."""
    weights, bias = draw_coefficients(rng, X.shape[1])
    return X @ weights + bias + noise * rng.standard_normal(len(X))


def draw_labels(rng: np.random.Generator, X: Floats) -> Floats:
    """Draw labels 0 and 1 that depend on ``X`` by a logistic model: of the one 70 %, so that the bias has to learn.

    Both occur, if there are two rows. Labels are floats, as a caller's often are; that they may be integers is a check
    of its own.
    """
    weights, _ = draw_coefficients(rng, X.shape[1])
    # who is above a logistic threshold has the label; the intercept is where 70 % are on one side
    score = X @ weights + rng.logistic(size=len(X))
    rank = np.argsort(np.argsort(score * rng.choice([-1, 1])))
    common: float = rng.choice([0.0, 1.0])
    return np.where(rank < round(0.7 * len(X)), common, 1 - common)


def draw_overlapping(rng: np.random.Generator, n_samples: int, n_features: int) -> tuple[Floats, Floats]:
    """Draw gentle classes that no plane separates, so that the likelihood has its maximum at finite weights.

    A few points stand there twice, once with each label; they are more than a plane can pass through.
    """
    n_doubled = n_features + 2
    X = draw_gentle_features(rng, n_samples - n_doubled, n_features)
    y = draw_labels(rng, X)
    return np.vstack([X, X[:n_doubled]]), np.concatenate([y, 1 - y[:n_doubled]])


# -------------------------------------------------------------------- oracles


def sigmoid(z: Floats) -> Floats:
    """Return 1 / (1 + exp(-z)), by the identity with the hyperbolic tangent."""
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(z, dtype=float)))


def least_squares(X: Floats, y: Floats) -> tuple[Floats, float]:
    """Return weights and bias of the least-squares fit, by ``np.linalg.lstsq`` (a singular value decomposition)."""
    theta = np.linalg.lstsq(np.column_stack([np.ones(len(X)), X]), y, rcond=None)[0].astype(np.float64)
    return theta[1:], float(theta[0])


def maximum_likelihood(X: Floats, y: Floats, reg_lambda: float = 0.0) -> tuple[Floats, float]:
    """Return weights and bias of the (penalised) logistic fit, by Newton's method to a gradient norm under 1e-10.

    Raises ``ArithmeticError`` if it does not get there: the classes are then separable.
    """
    n_samples = len(X)
    design = np.column_stack([np.ones(n_samples), X])
    penalty = np.full(design.shape[1], reg_lambda / n_samples)
    penalty[0] = 0.0
    theta = np.zeros(design.shape[1])
    for _ in range(100):
        p = sigmoid(design @ theta)
        gradient = design.T @ (p - y) / n_samples + penalty * theta
        if np.linalg.norm(gradient) < 1e-10:
            return theta[1:], float(theta[0])
        hessian = (design.T * (p * (1 - p))) @ design / n_samples + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        theta -= step / max(1.0, float(np.linalg.norm(step)) / 2)
    raise ArithmeticError("Newton's method did not converge")


def squared_error(X: Floats, y: Floats, weights: Floats, bias: float) -> float:
    """Return (1 / 2n) * sum((y_pred - y)^2)."""
    return float(np.sum((X @ weights + bias - y) ** 2) / (2 * len(y)))


def cross_entropy(X: Floats, y: Floats, weights: Floats, bias: float) -> float:
    """Return the binary cross-entropy, (1 / n) * sum(log(1 + exp(z)) - y z)."""
    z = X @ weights + bias
    return float(np.mean(np.logaddexp(0, z) - y * z))
