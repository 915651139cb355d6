"""The hidden suite of linear regression by the normal equation."""

import numpy as np
import pytest

# isort: off
# The shared checks come with the star, in teaching order: a suite runs them in the order of its names.
from grader.suites.estimator import *

# isort: on
from grader import expect
from grader.checks import check
from grader.diagnosis.probe import Probe
from grader.expect import Floats
from grader.fixtures import Build, Draw, Drawing, Observe, Sample
from grader.sandbox.remote import SubmissionError
from grader.suites import questions, speed
from grader.suites.data import (
    draw_coefficients,
    draw_features,
    draw_gentle_features,
    draw_targets,
    least_squares,
)
from grader.suites.descent import parameters
from grader.suites.estimator import Options


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    """Draws ugly features and targets that depend on them, with noise."""

    def draw(rng: np.random.Generator, n_samples: int, n_features: int) -> tuple[Floats, Floats]:
        X = draw_features(rng, n_samples, n_features)
        return X, draw_targets(rng, X, noise=0.4)

    return draw


@pytest.fixture(scope="module")
def quick() -> Options:
    """There are no hyperparameters."""
    return {}


@pytest.fixture(scope="module")
def brief() -> Options:
    """There are no hyperparameters."""
    return {}


def residuals(build: Build, X: Floats, y: Floats) -> Floats:
    """Return y - y_pred of a fit to ``X`` and ``y``."""
    model = build()
    model.fit(X, y)
    return y - expect.numbers(model.predict(X), "predict(X)", size=len(y))


@check(
    "agreement with the normal equation",
    after="test_fit_stores_weights_and_bias",
    hint="Is there a column of ones, and is its weight the bias?",
    kept="Its answer is known without a solution, so it would also see a mistake in ours.",
)
def test_exact_on_data_without_noise(build: Build, rng: np.random.Generator) -> None:
    """On data without noise the weights and bias are exactly those that made the data."""
    X = draw_features(rng, 14, 3)
    weights, bias = draw_coefficients(rng, 3)
    model = build()
    model.fit(X, X @ weights + bias)
    found, found_bias = parameters(model, 3)
    expect.close(found, weights, "weights")
    expect.close(found_bias, bias, "the bias")


@check(
    "agreement with the normal equation",
    after="test_fit_stores_weights_and_bias",
    hint="What do X.T @ X and X.T @ y hold?",
    kept="It tells the weights from the bias; most others wait for it.",
)
def test_weights_are_those_of_least_squares(observe: Observe, sample: Sample) -> None:
    """On noisy data the weights are those of least squares."""
    found, _ = parameters(observe().model, 3)
    expect.close(found, least_squares(*sample)[0], "weights", n_samples=23)


@check(
    "agreement with the normal equation",
    after="test_fit_stores_weights_and_bias",
    hint="Where does the line pass through?",
    kept="It tells the bias from the weights.",
)
def test_bias_is_that_of_least_squares(observe: Observe, sample: Sample) -> None:
    """On noisy data the bias is that of least squares."""
    _, bias = parameters(observe().model, 3)
    expect.close(bias, least_squares(*sample)[1], "the bias", atol=1e-4)


@check(
    "agreement with the normal equation",
    after=("test_weights_are_those_of_least_squares", "test_bias_is_that_of_least_squares"),
    hint="Is every row used as it is, and every coefficient returned as it comes out?",
    kept="It alone sees outliers that are dropped, and coefficients that are bounded.",
)
def test_extreme_target_counts_as_it_is(build: Build, sample: Sample) -> None:
    """A target ten thousand times larger than the others takes part as it is: least squares has no outliers."""
    X, y = sample[0], sample[1].copy()
    y[7] += 3e4
    model = build()
    model.fit(X, y)
    found, found_bias = parameters(model, 3)
    weights, bias = least_squares(X, y)
    expect.close(found, weights, "weights")
    expect.close(found_bias, bias, "the bias", atol=1e-4 * float(np.max(np.abs(weights))))


@check(
    "agreement with the normal equation",
    after="test_fit_stores_weights_and_bias",
    hint="What is added to X @ weights?",
    kept="It tells the predictions from the parameters.",
)
def test_predictions_follow_weights_and_bias(build: Build, draw: Draw) -> None:
    """`predict` is X @ weights + bias, also on data that was not trained on."""
    model = build()
    model.fit(*draw(23, 3))
    weights, bias = parameters(model, 3)
    X, _ = draw(11, 3)
    expect.close(expect.numbers(model.predict(X), "predict(X)", size=11), X @ weights + bias, "predictions")


@check(
    "convergence",
    after="test_weights_are_those_of_least_squares",
    hint="What should `X.T @ (y - y_pred)` be at the minimum?",
    kept="It needs no solution to compare with, so it would also see a mistake in ours.",
)
def test_residuals_are_orthogonal_to_the_features(build: Build, draw: Draw) -> None:
    """The residuals are orthogonal to every column of X: nothing in X could explain them further."""
    X, y = draw(30, 4)
    left = residuals(build, X, y)
    scale = float(np.linalg.norm(y))
    expect.close(X.T @ left / scale, np.zeros(4), "X.T @ residuals / |y|", atol=1e-4)


@check(
    "convergence",
    after="test_bias_is_that_of_least_squares",
    hint="Is the intercept fitted too?",
    kept="It needs no solution to compare with, so it would also see a mistake in ours.",
)
def test_residuals_sum_to_zero(build: Build, draw: Draw) -> None:
    """The residuals sum to zero, as they do whenever there is an intercept."""
    X, y = draw(30, 4)
    expect.close(np.sum(residuals(build, X, y)) / np.linalg.norm(y), 0.0, "sum(residuals) / |y|", atol=1e-4)


@check(
    "agreement with the normal equation",
    after="test_weights_are_those_of_least_squares",
    hint="Which loss has its minimum where your solution is?",
    kept="Its answer comes by another way, so it would also see a mistake in our solution.",
)
def test_agrees_with_gradient_descent(build: Build, rng: np.random.Generator) -> None:
    """The closed form predicts what gradient descent on the same data converges to."""
    X = draw_gentle_features(rng, 60, 3)
    y = draw_targets(rng, X, noise=0.5)
    theta, design = np.zeros(4), np.column_stack([np.ones(60), X])
    for _ in range(300):
        theta -= 0.5 / 60 * design.T @ (design @ theta - y)
    expect.close(y - residuals(build, X, y), design @ theta, "predictions")


@check(
    "convergence",
    after="test_weights_are_those_of_least_squares",
    hint="Is anything added or left out before the system is solved?",
    kept="It would see a penalty or a cut-off that larger data hide.",
)
def test_as_many_samples_as_unknowns(build: Build, draw: Draw) -> None:
    """With as many samples as unknowns the fit passes through every point."""
    X, y = draw(4, 3)
    while np.linalg.cond(np.column_stack([np.ones(4), X])) > 100:
        X, y = draw(4, 3)
    expect.close(residuals(build, X, y), np.zeros(4), "residuals", atol=1e-3 * float(np.max(np.abs(y))))


@check(
    "numerical stability",
    after="test_weights_are_those_of_least_squares",
    hint="Does anything depend on the units of a feature?",
    kept="It would see a cut-off or a penalty that depends on the units.",
)
def test_columns_of_scale_one_and_a_million(build: Build, rng: np.random.Generator) -> None:
    """Features of scale 1 and of scale 1e6 beside each other are fitted right."""
    X = draw_features(rng, 40, 2) * np.array([1.0, 1e6])
    weights, bias = draw_coefficients(rng, 2)
    y = X @ (weights * np.array([1.0, 1e-6])) + bias + 0.1 * rng.standard_normal(40)
    best, best_bias = least_squares(X, y)
    expect.close(y - residuals(build, X, y), X @ best + best_bias, "predictions", rtol=1e-3)


@check(
    "numerical stability",
    after="test_fit_stores_weights_and_bias",
    hint="Is anything added to X.T @ X?",
    kept="It would see a penalty that depends on the units.",
)
def test_column_of_small_numbers(build: Build, rng: np.random.Generator) -> None:
    """A feature of scale 0.01 is fitted like any other: nothing shrinks its weight."""
    X = draw_features(rng, 40, 2) * np.array([1.0, 1e-2])
    weights, bias = draw_coefficients(rng, 2)
    model = build()
    model.fit(X, X @ (weights * np.array([1.0, 1e2])) + bias)
    found, _ = parameters(model, 2)
    expect.close(found, weights * np.array([1.0, 1e2]), "weights", rtol=1e-3)


SINGULAR = "On a singular X.T @ X, np.linalg.inv can return nonsense without an error. Raise, or use lstsq or pinv."


@check(
    "numerical stability",
    after="test_weights_are_those_of_least_squares",
    hint=SINGULAR,
    kept="It fails nobody: a wrong answer there costs points and gets a remark.",
)
def test_dependent_columns(build: Build, rng: np.random.Generator) -> None:
    """Where one feature is the sum of two others: a LinAlgError, or predictions as good as least squares."""
    X = draw_features(rng, 20, 2)
    X = np.column_stack([X, X[:, 0] + X[:, 1]])
    _expect_least_squares_or_error(build, X, draw_targets(rng, X[:, :2], noise=0.4))


@check(
    "numerical stability",
    after="test_weights_are_those_of_least_squares",
    hint=SINGULAR,
    kept="It fails nobody: a wrong answer there costs points and gets a remark.",
)
def test_fewer_samples_than_unknowns(build: Build, draw: Draw) -> None:
    """With fewer samples than unknowns: a LinAlgError, or a fit through every point."""
    _expect_least_squares_or_error(build, *draw(3, 5))


def _expect_least_squares_or_error(build: Build, X: Floats, y: Floats) -> None:
    try:
        left = residuals(build, X, y)
    except SubmissionError as error:
        if error.raised and error.raised.type_name == "LinAlgError":
            return
        raise expect.Remark(
            f"on a singular X.T @ X {error.doing} raised {error}, where a LinAlgError would say why"
        ) from error
    except expect.Mismatch as error:
        raise expect.Remark(f"on a singular X.T @ X: {error}") from error
    weights, bias = least_squares(X, y)
    best, found = np.linalg.norm(y - X @ weights - bias), np.linalg.norm(left)
    if found > best + 1e-3 * np.linalg.norm(y):
        raise expect.Remark(
            "X.T @ X is singular here, and the predictions are silently wrong",
            norm_of_the_residuals=float(found),
            at_best=float(best),
        )


test_is_vectorised = speed.test_is_vectorised


def probes() -> tuple[Probe, Probe, Probe]:
    """Make the questions for the diagnosis, those that confirm it, and those by which it is measured itself."""

    def make(seed: int, size: tuple[int, int]) -> Probe:
        asked = [
            *questions.state((), ("first",), "on unscaled data"),
            *questions.state((), ("second",), "on another number of samples"),
            *questions.state((), ("first", "second"), "after a second fit"),
            *questions.state((), ("whole",), "from integer features"),
            *questions.predictions((), "first"),
            *questions.manners(()),
        ]
        beyond = questions.state((), ("column",), "from a column of targets")
        return Probe(questions.data_sets(seed, *size, questions.targets), tuple(asked), beyond=beyond)

    return make(1, (11, 3)), make(2, (13, 2)), make(3, (17, 4))
