"""The hidden suite of linear regression by gradient descent."""

from typing import Any

import numpy as np
import pytest

# isort: off
# The shared checks come with the star, in teaching order: a suite runs them in the order of its names.
from grader.suites.estimator import *
from grader.suites.descent import *

# isort: on
from grader import expect
from grader.checks import check
from grader.diagnosis.probe import Probe
from grader.expect import Floats
from grader.fixtures import Build, Draw, Drawing, Sample
from grader.suites import questions, speed
from grader.suites.data import (
    draw_coefficients,
    draw_features,
    draw_gentle_features,
    draw_targets,
    least_squares,
    squared_error,
)
from grader.suites.descent import RATE, Loss, beside_reference, parameters, trained
from grader.suites.estimator import Options
from grader.suites.questions import Rates


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    """Draws ugly features and targets that depend on them, with noise."""

    def draw(rng: np.random.Generator, n_samples: int, n_features: int) -> tuple[Floats, Floats]:
        X = draw_features(rng, n_samples, n_features)
        return X, draw_targets(rng, X, noise=0.4)

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
    """There is nothing to switch off."""
    return {}


@pytest.fixture(scope="module")
def loss() -> Loss:
    """The loss that the stub states."""
    return squared_error


@check(
    "gradient and loss",
    after=("test_first_step_of_the_weights", "test_first_step_of_the_bias"),
    hint="Is the error of a row used as it is, however large it is?",
    kept="It alone sees errors or targets that are bounded, as in a Huber loss with a wide middle.",
)
def test_extreme_target_counts_as_it_is(build: Build, reference: Any, sample: Sample, plain: Options) -> None:
    """A target ten thousand times larger than the others takes part in the first step as it is."""
    X, y = sample[0], sample[1].copy()
    y[7] += 3e4
    weights, bias, expected = beside_reference(build, reference, (X, y), 1, **plain)
    expect.close(weights, expected.weights, "weights after one iteration")
    expect.close(bias, expected.bias, "the bias after one iteration")


@check(
    "convergence",
    after="test_first_step_of_the_bias",
    hint="Follow the bias over a few iterations.",
    kept="Its answer is known without a solution, so it would also see a mistake in ours.",
)
def test_bias_learns_a_constant_target(build: Build, rng: np.random.Generator) -> None:
    """A target that is always the same number is learned by the bias alone."""
    # every row also stands there with the opposite sign, so the weights stay zero; gentle features, because where
    # this rate is too long for a feature, even the rounding errors of a right answer grow without bound
    half = draw_gentle_features(rng, 10, 2)
    X, y = np.vstack([half, -half]), np.full(20, rng.uniform(2, 5))
    weights, bias = parameters(trained(build, X, y, 80, learning_rate=0.3), 2)
    expect.close(bias, y[0], "the bias", rtol=1e-3)
    expect.close(weights, np.zeros(2), "weights", atol=1e-3)


@check(
    "convergence",
    after="test_later_steps",
    hint="Does every iteration go downhill, by a step of the right length?",
    kept="Its answer is known without a solution, so it would also see a mistake in ours.",
)
def test_recovers_the_true_coefficients(build: Build, rng: np.random.Generator) -> None:
    """On data without noise the weights and bias converge to those that made the data."""
    X = draw_gentle_features(rng, 60, 3)
    weights, bias = draw_coefficients(rng, 3)
    found, found_bias = parameters(trained(build, X, X @ weights + bias, 60, learning_rate=0.5), 3)
    expect.close(found, weights, "weights", rtol=1e-3)
    expect.close(found_bias, bias, "the bias", rtol=1e-3)


@check(
    "agreement with the normal equation",
    after="test_later_steps",
    hint="Is the bias trained together with the weights?",
    kept="Its answer comes from `lstsq`, so it would also see a mistake in our solution.",
)
def test_converges_to_least_squares(build: Build, rng: np.random.Generator) -> None:
    """On noisy data the weights and bias converge to the least-squares solution."""
    X = draw_gentle_features(rng, 60, 3)
    y = draw_targets(rng, X, noise=0.5)
    weights, bias = least_squares(X, y)
    found, found_bias = parameters(trained(build, X, y, 60, learning_rate=0.5), 3)
    scale = float(np.max(np.abs(weights)))
    expect.close(found, weights, "weights", rtol=1e-3)
    expect.close(found_bias, bias, "the bias", rtol=1e-3, atol=1e-3 * scale)


@check(
    "convergence",
    after="test_fit_stores_weights_and_bias",
    hint="Where is the bias added: in fit, in predict, or in both?",
    kept="The score waits for it, so that a wrong prediction is told once.",
)
def test_predictions_follow_weights_and_bias(build: Build, draw: Draw) -> None:
    """`predict` is X @ weights + bias, also on data that was not trained on."""
    model = trained(build, *draw(23, 3), 30)
    weights, bias = parameters(model, 3)
    X, _ = draw(11, 3)
    expect.close(expect.numbers(model.predict(X), "predict(X)", size=11), X @ weights + bias, "predictions")


@check(
    "shapes and API",
    after="test_predictions_follow_weights_and_bias",
    hint="What does a perfect model score?",
    kept="The other scores wait for it.",
)
def test_score_is_r_squared(build: Build, draw: Draw) -> None:
    """`score` is R^2 = 1 - SS_res / SS_tot, also on data that was not trained on."""
    model = trained(build, *draw(40, 3), 30)
    X, y = draw(17, 3)
    y = X @ parameters(model, 3)[0] + 0.3 * y
    residual = y - expect.numbers(model.predict(X), "predict(X)", size=17)
    expected = 1 - np.sum(residual**2) / np.sum((y - np.mean(y)) ** 2)
    expect.close(expect.number(model.score(X, y), "score"), expected, "R^2", rtol=1e-3)


@check("shapes and API", after="test_score_is_r_squared", hint="R^2 is not the square of anything.")
def test_score_of_a_bad_model_is_negative(build: Build, draw: Draw) -> None:
    """`score` is negative for a model that is worse than predicting the mean."""
    X, y = draw(40, 3)
    model = trained(build, X, y, 30)
    against = -y + 5.0
    residual = against - expect.numbers(model.predict(X), "predict(X)", size=40)
    expected = 1 - np.sum(residual**2) / np.sum((against - np.mean(against)) ** 2)
    assert expected < 0
    expect.close(expect.number(model.score(X, against), "score"), expected, "R^2 of a bad model", rtol=1e-3)


@check(
    "convergence",
    after=("test_later_steps", "test_score_is_r_squared"),
    hint="Are `predict` and `score` right on their own? Then look at the training.",
    kept="It is the one number that whoever uses the model looks at.",
)
def test_score_on_noisy_data(build: Build, rng: np.random.Generator) -> None:
    """After training, R^2 on noisy data is that of the least-squares solution."""
    X = draw_gentle_features(rng, 80, 3)
    y = draw_targets(rng, X, noise=0.8)
    weights, bias = least_squares(X, y)
    best = 1 - np.sum((y - X @ weights - bias) ** 2) / np.sum((y - np.mean(y)) ** 2)
    score = expect.number(trained(build, X, y, 60, learning_rate=0.5).score(X, y), "score")
    expect.close(score, best, "R^2", atol=1e-3)


test_is_vectorised = speed.test_is_vectorised


def probes() -> tuple[Probe, Probe, Probe]:
    """Make the questions for the diagnosis, those that confirm it, and those by which it is measured itself."""

    def make(seed: int, size: tuple[int, int], rates: Rates) -> Probe:
        probe = questions.descent(seed, size, questions.targets, rates)
        options = (("learning_rate", rates[0]), ("n_iterations", 10))
        return questions.with_more(probe, questions.score(options))

    return (
        make(1, (11, 3), (0.0173, 0.0319, 0.47)),
        make(2, (13, 2), (0.0231, 0.0117, 0.53)),
        make(3, (17, 4), (0.0137, 0.0253, 0.51)),
    )
