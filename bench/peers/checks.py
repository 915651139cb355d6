"""The 15 checks that every peer runs: plain functions of the submitted class, with plain assertions.

Each is a check of the grader's own suite, on data of the same size and with as many iterations: four of twelve on
shapes and the interface, five of twelve on gradient and loss, and one or two of each other heading. They import
nothing but NumPy, so that they run wherever a peer does. With ``ITERATIONS`` in the environment they train as long as
that wherever a check needs a trained model and not a certain number of steps.
"""

import os
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RATE = 0.0317
HABIT = int(os.environ.get("ITERATIONS", "0"))


def draw(n_samples: int, n_features: int, seed: int) -> tuple[Floats, Floats]:
    """Draw features that are neither scaled nor centred, and targets that depend on them, with noise."""
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((n_samples, n_features)) * rng.uniform(0.6, 1.6, n_features) + 0.5
    return X, X @ rng.uniform(-2, 2, n_features) + 0.7 + 0.4 * rng.standard_normal(n_samples)


def draw_gentle(n_samples: int, n_features: int, seed: int) -> tuple[Floats, Floats]:
    """Draw the same on features with orthogonal columns, on which gradient descent converges fast."""
    rng = np.random.default_rng(seed)
    raw = rng.standard_normal((n_samples, n_features))
    X = np.linalg.qr(raw - raw.mean(axis=0))[0] * np.sqrt(n_samples) + 0.2
    return X, X @ rng.uniform(-2, 2, n_features) + 0.7 + 0.4 * rng.standard_normal(n_samples)


def descend(X: Floats, y: Floats, rate: float, n_iterations: int) -> tuple[Floats, float, list[float]]:
    """Return the weights, the bias and the losses of gradient descent."""
    weights, bias, losses = np.zeros(X.shape[1]), 0.0, []
    for _ in range(n_iterations):
        error = X @ weights + bias - y
        losses.append(float(error @ error) / (2 * len(y)))
        weights, bias = weights - rate * X.T @ error / len(y), bias - rate * float(np.mean(error))
    return weights, bias, losses


def train(model_class: Any, X: Floats, y: Floats, n_iterations: int, rate: float = RATE) -> Any:
    """Return a fitted model."""
    model = model_class(learning_rate=rate, n_iterations=n_iterations)
    model.fit(X, y)
    return model


def train_enough(model_class: Any, X: Floats, y: Floats, enough: int, rate: float = RATE) -> Any:
    """Return a model that is fitted with as many iterations as a check needs, or with as many as is the habit."""
    return train(model_class, X, y, max(enough, HABIT), rate)


# -------------------------------------------------------------- shapes and API


def fit_returns_self(model_class: Any) -> None:
    """`fit` returns the model."""
    model = model_class(learning_rate=RATE, n_iterations=max(20, HABIT))
    assert model.fit(*draw(23, 3, seed=1)) is model


def weights_have_one_entry_per_feature(model_class: Any) -> None:
    """`weights` has shape (n_features,), for one feature and for many."""
    for n_features in (1, 4):
        assert np.shape(train_enough(model_class, *draw(23, n_features, seed=2), 20).weights) == (n_features,)


def predict_returns_one_value_per_row(model_class: Any) -> None:
    """`predict` returns shape (n_samples,), for another number of rows than in training."""
    model = train_enough(model_class, *draw(23, 3, seed=3), 20)
    for n_rows in (7, 1):
        assert np.shape(model.predict(draw(n_rows, 3, seed=4)[0])) == (n_rows,)


def score_is_r_squared(model_class: Any) -> None:
    """`score` is 1 - SS_res / SS_tot, also on data that was not trained on."""
    model = train_enough(model_class, *draw(40, 3, seed=5), 30)
    X, y = draw(17, 3, seed=6)
    residual = y - model.predict(X)
    expected = 1 - np.sum(residual**2) / np.sum((y - np.mean(y)) ** 2)
    np.testing.assert_allclose(model.score(X, y), expected, rtol=1e-3)


# ---------------------------------------------------------- gradient and loss


def first_step_of_the_weights(model_class: Any) -> None:
    """One iteration moves the weights by the learning rate times the mean gradient."""
    X, y = draw(23, 3, seed=7)
    np.testing.assert_allclose(train(model_class, X, y, 1).weights, descend(X, y, RATE, 1)[0], rtol=1e-4)


def first_step_of_the_bias(model_class: Any) -> None:
    """One iteration moves the bias by the learning rate times the mean error."""
    X, y = draw(23, 3, seed=8)
    np.testing.assert_allclose(train(model_class, X, y, 1).bias, descend(X, y, RATE, 1)[1], rtol=1e-4)


def later_steps(model_class: Any) -> None:
    """After 2, 3 and 10 iterations the weights and bias are those of gradient descent."""
    X, y = draw(23, 3, seed=9)
    for n_iterations in (2, 3, 10):
        model = train(model_class, X, y, n_iterations)
        weights, bias, _ = descend(X, y, RATE, n_iterations)
        np.testing.assert_allclose(model.weights, weights, rtol=1e-4, atol=1e-8)
        np.testing.assert_allclose(model.bias, bias, rtol=1e-4, atol=1e-8)


def loss_history_is_the_loss(model_class: Any) -> None:
    """Each entry of `loss_history` is the loss before that iteration's update."""
    X, y = draw(23, 3, seed=10)
    np.testing.assert_allclose(train(model_class, X, y, 10).loss_history, descend(X, y, RATE, 10)[2], rtol=1e-4)


def loss_decreases(model_class: Any) -> None:
    """At a small learning rate the loss goes down in every iteration."""
    losses = np.asarray(train(model_class, *draw(23, 3, seed=11), 40).loss_history)
    assert losses.shape == (40,)
    assert np.all(np.diff(losses) < 0)


# ------------------------------------- convergence, normal equation, stability


def default_hyperparameters(model_class: Any) -> None:
    """Without arguments the model makes 1000 iterations at rate 0.01."""
    X, y = draw(9, 2, seed=12)
    model = model_class()
    model.fit(X, y)
    np.testing.assert_allclose(model.weights, descend(X, y, 0.01, 1000)[0], rtol=1e-3)


def converges_to_least_squares(model_class: Any) -> None:
    """On noisy data the weights and bias converge to the least-squares solution."""
    X, y = draw_gentle(60, 3, seed=13)
    theta = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=None)[0]
    model = train_enough(model_class, X, y, 60, rate=0.5)
    np.testing.assert_allclose(model.weights, theta[:-1], rtol=1e-3, atol=1e-6)
    np.testing.assert_allclose(model.bias, theta[-1], rtol=1e-3, atol=1e-6)


def constant_feature(model_class: Any) -> None:
    """A feature that never varies gives no NaN and no infinity."""
    X, y = draw(23, 3, seed=14)
    X[:, 1] = 1.5
    assert np.all(np.isfinite(train_enough(model_class, X, y, 20).weights))


# -------------------------------------------- side effects, state, vectorisation


def inputs_are_not_modified(model_class: Any) -> None:
    """`fit` and `predict` leave the arrays that they are given as they were."""
    X, y = draw(23, 3, seed=15)
    before = X.copy(), y.copy()
    train_enough(model_class, X, y, 20).predict(X)
    assert np.array_equal(X, before[0])
    assert np.array_equal(y, before[1])


def fitting_twice_starts_over(model_class: Any) -> None:
    """A second `fit`, on other data, gives the same model as a fresh one."""
    second = draw(17, 3, seed=16)
    refitted = train_enough(model_class, *draw(23, 3, seed=17), 20)
    refitted.fit(*second)
    np.testing.assert_allclose(refitted.weights, train_enough(model_class, *second, 20).weights, rtol=1e-4)


def is_vectorised(model_class: Any) -> None:
    """Training on 20,000 samples with 20 features takes at most 10 times as long as with array operations."""
    X, y = (np.concatenate([rows] * 20) for rows in draw(1000, 20, seed=18))
    started = time.perf_counter()
    descend(X, y, 0.01, 5)
    between = time.perf_counter()
    train(model_class, X, y, 5, rate=0.01)
    # two seconds more, because nothing is measured twice here, and a peer may run all its checks at once
    assert time.perf_counter() - between < 10 * (between - started) + 2.0


Check = Callable[[Any], None]
CHECKS: tuple[Check, ...] = (
    fit_returns_self,
    weights_have_one_entry_per_feature,
    predict_returns_one_value_per_row,
    score_is_r_squared,
    first_step_of_the_weights,
    first_step_of_the_bias,
    later_steps,
    loss_history_is_the_loss,
    loss_decreases,
    default_hyperparameters,
    converges_to_least_squares,
    constant_feature,
    inputs_are_not_modified,
    fitting_twice_starts_over,
    is_vectorised,
)
