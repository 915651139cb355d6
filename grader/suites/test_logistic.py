"""The hidden suite of logistic regression by gradient descent."""

import numpy as np
import pytest

# isort: off
# The shared checks come with the star, in teaching order: a suite runs them in the order of its names.
from grader.suites.estimator import *
from grader.suites.descent import *
from grader.suites.classifier import *

# isort: on
from grader.diagnosis.probe import Probe
from grader.expect import Floats
from grader.fixtures import Drawing
from grader.suites import questions, speed
from grader.suites.data import cross_entropy, draw_features, draw_labels
from grader.suites.descent import RATE, Loss
from grader.suites.estimator import Options
from grader.suites.questions import Rates


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
    """There is nothing to switch off."""
    return {}


@pytest.fixture(scope="module")
def loss() -> Loss:
    """The loss that the stub states."""
    return cross_entropy


test_is_vectorised = speed.test_is_vectorised


def probes() -> tuple[Probe, Probe, Probe]:
    """Make the questions for the diagnosis, those that confirm it, and those by which it is measured itself."""

    def make(seed: int, size: tuple[int, int], rates: Rates) -> Probe:
        probe = questions.descent(seed, size, questions.labels, rates)
        options = (("learning_rate", rates[0]), ("n_iterations", 10))
        return questions.with_more(probe, questions.classifier(options))

    return (
        make(1, (11, 3), (0.0671, 0.1319, 3.9)),
        make(2, (13, 2), (0.0931, 0.0417, 4.1)),
        make(3, (17, 4), (0.0537, 0.0853, 3.7)),
    )
