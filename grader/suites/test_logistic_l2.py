"""The hidden suite of L2-regularised logistic regression by gradient descent."""

from typing import Any

import numpy as np
import pytest

# isort: off
# The shared checks come with the star, in teaching order: a suite runs them in the order of its names.
from grader.suites.estimator import *
from grader.suites.descent import *
from grader.suites.classifier import *

# isort: on
from grader import expect
from grader.checks import check
from grader.diagnosis.probe import Probe
from grader.expect import Floats
from grader.fixtures import Build, Drawing, Observe, Sample
from grader.suites import questions, speed
from grader.suites.data import (
    cross_entropy,
    draw_features,
    draw_labels,
    draw_overlapping,
    maximum_likelihood,
)
from grader.suites.descent import RATE, Loss, after, history, parameters, trained
from grader.suites.estimator import Options
from grader.suites.questions import Rates

LAMBDA = 7.31
"""A strength that nobody would hard-code; on 23 samples it shows in the second step."""


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    """Draws ugly features and labels that depend on them, by chance."""

    def draw(rng: np.random.Generator, n_samples: int, n_features: int) -> tuple[Floats, Floats]:
        X = draw_features(rng, n_samples, n_features)
        return X, draw_labels(rng, X)

    return draw


@pytest.fixture(scope="module")
def quick() -> Options:
    """A short training."""
    return {"learning_rate": RATE, "n_iterations": 20}


@pytest.fixture(scope="module")
def brief() -> Options:
    """A training on much data."""
    return {"learning_rate": 0.01, "n_iterations": 5}


@pytest.fixture(scope="module")
def plain() -> Options:
    """Without the penalty: what it does is for the checks of regularisation alone."""
    return {"reg_lambda": 0.0}


@pytest.fixture(scope="module")
def loss() -> Loss:
    """The loss without the penalty."""
    return cross_entropy


@check(
    "regularisation",
    after="test_later_steps",
    hint="Where does reg_lambda enter your update?",
    kept="It is the first thing to try of a penalty; the step waits for it.",
)
def test_lambda_changes_the_weights(observe: Observe) -> None:
    """`reg_lambda` reaches the weights: training with a penalty ends elsewhere than without."""
    without, _ = parameters(after(observe, 10, reg_lambda=0.0), 3)
    penalised, _ = parameters(after(observe, 10, reg_lambda=LAMBDA), 3)
    expect.true(
        float(np.max(np.abs(without - penalised))) > 1e-5 * float(np.max(np.abs(without))),
        f"reg_lambda = {LAMBDA} gives the same weights as reg_lambda = 0",
    )


@check(
    "regularisation",
    after=("test_first_step_of_the_weights", "test_lambda_changes_the_weights"),
    hint="Differentiate (reg_lambda / 2n) * sum(weights ** 2) with respect to one weight.",
    kept="It tells the penalty's step from the data's; most others wait for it.",
)
def test_penalised_step_of_the_weights(observe: Observe, reference: Any, sample: Sample) -> None:
    """The penalty adds (reg_lambda / n) * weights to the gradient: the second step shows it."""
    weights, _ = parameters(after(observe, 2, reg_lambda=LAMBDA), 3)
    expected = reference(learning_rate=RATE, n_iterations=2, reg_lambda=LAMBDA).fit(*sample)
    # the second step is the first to feel the penalty, by learning_rate * reg_lambda / n of the weights, 1e-2
    expect.close(weights, expected.weights, "weights after two iterations", rtol=2e-5)


@check(
    "regularisation",
    after="test_later_steps",
    hint="Which parameters does your penalty touch?",
    kept="It compares the submission with itself, so it would also see a mistake in our solution.",
)
def test_bias_is_not_regularised(observe: Observe) -> None:
    """The penalty leaves the bias alone: its second step is the same with a penalty and without."""
    # the weights after one step are the same, so the errors of the second step are, and with them its bias
    _, penalised = parameters(after(observe, 2, reg_lambda=LAMBDA), 3)
    _, without = parameters(after(observe, 2, reg_lambda=0.0), 3)
    expect.close(penalised, without, "the bias after two iterations", rtol=2e-5)


@check("regularisation", after="test_loss_history_is_the_loss", hint="What does the loss hold besides the data term?")
def test_loss_includes_the_penalty(build: Build, rng: np.random.Generator) -> None:
    """The recorded loss includes (reg_lambda / 2n) * sum(weights ** 2)."""
    # every feature has the sign of the label, and there are more ones than zeros: all weights and the bias become
    # positive and about as large, so that neither the bias nor the square of a sum can hide in the penalty
    y = rng.permutation(np.repeat([1.0, 0.0], [18, 5]))
    X = (2 * y - 1)[:, None] * rng.uniform(0.5, 1.5, (23, 3))
    strong = {"reg_lambda": 20 * LAMBDA}
    recorded = history(trained(build, X, y, 4, **strong), 4)
    path = [(np.zeros(3), 0.0), *(parameters(trained(build, X, y, k, **strong), 3) for k in range(1, 4))]
    data_loss = np.array([cross_entropy(X, y, weights, bias) for weights, bias in path])
    penalty = np.array([20 * LAMBDA / 46 * np.sum(weights**2) for weights, _ in path])
    # a loss in single precision is right to 1e-5 of the penalty
    expect.close(recorded - data_loss, penalty, "penalties in the loss", rtol=1e-3, n_samples=23)


@check(
    "regularisation",
    after="test_later_steps",
    hint="What does the model do when there is nothing to penalise?",
    kept="Its answer comes from Newton's method, so it would also see a mistake in our solution.",
)
def test_lambda_zero_is_the_plain_model(build: Build, rng: np.random.Generator) -> None:
    """With `reg_lambda` = 0 the model converges to plain maximum likelihood."""
    X, y = draw_overlapping(rng, 60, 2)
    weights, bias = maximum_likelihood(X, y)
    found, found_bias = parameters(trained(build, X, y, 400, learning_rate=1.0, reg_lambda=0.0), 2)
    scale = float(max(np.max(np.abs(weights)), abs(bias)))
    expect.close(found, weights, "weights", atol=1e-3 * scale)
    expect.close(found_bias, bias, "the bias", atol=1e-3 * scale)


@check(
    "regularisation",
    after="test_lambda_changes_the_weights",
    hint="Fit with a larger and a larger lambda.",
    kept="It needs no solution to compare with, so it would also see a mistake in ours.",
)
def test_larger_lambda_gives_smaller_weights(build: Build, rng: np.random.Generator) -> None:
    """The norm of the weights shrinks strictly as `reg_lambda` grows."""
    X, y = draw_overlapping(rng, 40, 2)
    grid = (0.0, 2.0, 10.0, 50.0)
    norms = []
    for reg_lambda in grid:
        weights, _ = parameters(trained(build, X, y, 60, learning_rate=0.5, reg_lambda=reg_lambda), 2)
        norms.append(float(np.linalg.norm(weights)))
    expect.true(bool(np.all(np.diff(norms) < 0)), f"norms for reg_lambda = {grid} do not shrink", found=np.array(norms))


@check(
    "regularisation",
    after="test_penalised_step_of_the_weights",
    hint="How strong is the penalty beside the data?",
    kept="It compares the submission with itself, so it would also see a mistake in our solution.",
)
def test_penalty_scales_with_one_over_n(observe: Observe, build: Build, sample: Sample) -> None:
    """The penalty is divided by n: the samples given twice, with twice the lambda, give the same weights."""
    once, _ = parameters(after(observe, 10, reg_lambda=LAMBDA), 3)
    X, y = (np.concatenate([rows, rows]) for rows in sample)
    twice, _ = parameters(trained(build, X, y, 10, reg_lambda=2 * LAMBDA), 3)
    expect.close(twice, once, "weights from the samples given twice", rtol=2e-5)


@check(
    "convergence",
    after=("test_penalised_step_of_the_weights", "test_bias_is_not_regularised"),
    hint="Does every iteration go downhill on the loss with its penalty?",
    kept="Its answer comes from Newton's method, so it would also see a mistake in our solution.",
)
def test_converges_to_the_penalised_optimum(build: Build, rng: np.random.Generator) -> None:
    """With a penalty the weights and bias converge to the optimum of the penalised loss."""
    X, y = draw_overlapping(rng, 60, 2)
    weights, bias = maximum_likelihood(X, y, reg_lambda=9.0)
    found, found_bias = parameters(trained(build, X, y, 120, learning_rate=1.0, reg_lambda=9.0), 2)
    scale = float(max(np.max(np.abs(weights)), abs(bias)))
    expect.close(found, weights, "weights", atol=1e-3 * scale)
    expect.close(found_bias, bias, "the bias", atol=1e-3 * scale)


@check(
    "regularisation",
    after="test_penalised_step_of_the_weights",
    hint="What is left of the model as lambda grows?",
    kept="Its answer is a formula, so it would also see a mistake in our solution.",
)
def test_huge_lambda(build: Build, rng: np.random.Generator) -> None:
    """Under a huge `reg_lambda` the weights vanish, and the bias still reaches the log odds of mean(y)."""
    X = draw_features(rng, 50, 2)
    X -= X.mean(axis=0)
    y = rng.permutation(np.array([1.0] * 36 + [0.0] * 14))
    # the step learning_rate * reg_lambda / n is 0.9: close to the longest that shrinks without overshooting
    weights, bias = parameters(trained(build, X, y, 400, learning_rate=0.09, reg_lambda=500.0), 2)
    expect.close(weights, np.zeros(2), "weights", atol=0.12)
    expect.close(bias, np.log(36 / 14), "the bias", atol=0.02)


test_is_vectorised = speed.test_is_vectorised


def probes() -> tuple[Probe, Probe, Probe]:
    """Make the questions for the diagnosis, those that confirm it, and those by which it is measured itself."""

    def make(seed: int, size: tuple[int, int], rates: Rates, penalties: tuple[float, float]) -> Probe:
        extras = tuple((("reg_lambda", penalty),) for penalty in penalties)
        probe = questions.descent(seed, size, questions.labels, rates, extras)
        options = (("learning_rate", rates[0]), ("n_iterations", 10), *extras[0])
        return questions.with_more(probe, questions.classifier(options))

    return (
        make(1, (11, 3), (0.0671, 0.1319, 3.9), (0.731, 2.93)),
        make(2, (13, 2), (0.0931, 0.0417, 4.1), (1.37, 0.219)),
        make(3, (17, 4), (0.0537, 0.0853, 3.7), (0.473, 1.91)),
    )
