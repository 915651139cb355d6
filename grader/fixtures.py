"""The fixtures of the suites, as a pytest plugin. Whom they are about is set anew for each run.

A suite itself provides ``drawing``, which says how its data come about.
"""

import inspect
import zlib
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.expect import Floats
from grader.sandbox.remote import Candidate, Model
from grader.sandbox.wire import Answer
from grader.yardstick import Yardstick

Sample = tuple[Floats, Floats]

Drawing = Callable[[np.random.Generator, int, int], Sample]
"""Draws a data set with so many samples and features from random numbers: how the data of a suite come about."""

Draw = Callable[[int, int], Sample]
"""The same from a check's own random numbers."""

Build = Callable[..., Model]
"""Makes a model of the candidate's class with the given hyperparameters."""

KEPT_FITS = 500
"""More than one suite asks its oracle for."""


class Oracle:
    """The class of the full solution, here in the judge. A fit that was asked for before is not made again.

    All candidates of one seed are asked the same, so that in a batch the right answers are computed once.
    """

    def __init__(self, solution: Any) -> None:
        self._solution = solution
        self._fitted: dict[object, Any] = {}

    @property
    def defaults(self) -> dict[str, float]:
        """The hyperparameters of a model that is made without any."""
        return {name: parameter.default for name, parameter in inspect.signature(self._solution).parameters.items()}

    def __call__(self, **options: float) -> "Oracle.Unfitted":
        """Make a model with the given hyperparameters."""
        return Oracle.Unfitted(self, options)

    def fitted(self, options: dict[str, float], X: NDArray[Any], y: NDArray[Any]) -> Any:
        """Return a model that is fitted to ``X`` and ``y``. It is shared: to be read, not to be fitted again."""
        key = (tuple(sorted(options.items())), X.shape, X.dtype.str, X.tobytes(), y.tobytes())
        if key not in self._fitted:
            if len(self._fitted) >= KEPT_FITS:
                self._fitted.clear()
            self._fitted[key] = self._solution(**options).fit(X, y)
        return self._fitted[key]

    class Unfitted:
        """A model that has its hyperparameters and no data yet."""

        def __init__(self, oracle: "Oracle", options: dict[str, float]) -> None:
            self._oracle = oracle
            self._options = options

        def fit(self, X: NDArray[Any], y: NDArray[Any]) -> Any:
            """Return the fitted model."""
            return self._oracle.fitted(self._options, X, y)


class Observation(NamedTuple):
    """A model of the candidate's, trained on the sample: to be looked at, and not to be trained again."""

    model: Model
    """Its attributes are those right after the training, whatever other models have done since."""
    answer: Answer
    """What `fit` returned."""


Observe = Callable[..., Observation]
"""Trains on the sample with the given hyperparameters, or returns what came of it before."""


@dataclass(frozen=True)
class Setting:
    """What the checks of one run work with."""

    candidate: Candidate
    yardstick: Yardstick
    oracle: Oracle
    seed: int


SETTING: ContextVar[Setting] = ContextVar("SETTING")
"""Whom the checks are about."""


@pytest.fixture(scope="module")
def build() -> Build:
    """Makes a model of the candidate's class: ``build(learning_rate=0.1)``."""
    return SETTING.get().candidate.new


@pytest.fixture
def model() -> Model:
    """A model of the candidate's class, with the default hyperparameters."""
    return SETTING.get().candidate.new()


@pytest.fixture(scope="module")
def reference() -> Oracle:
    """The class of the full solution, here in the judge: an oracle."""
    return SETTING.get().oracle


@pytest.fixture(scope="module")
def yardstick() -> Yardstick:
    """The full solution in a worker of its own, to compare times with."""
    return SETTING.get().yardstick


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Random numbers of this check's own: the same for one seed, whichever other checks run."""
    return np.random.default_rng([SETTING.get().seed, zlib.crc32(request.node.name.encode())])


@pytest.fixture
def draw(rng: np.random.Generator, drawing: Drawing) -> Draw:
    """Draws data of this check's own, of a given size: ``draw(23, 3)``."""
    return partial(drawing, rng)


@pytest.fixture(scope="module")
def sample(drawing: Drawing) -> Sample:
    """The data that many checks share, 23 samples with 3 features: to be read only."""
    X, y = drawing(np.random.default_rng(SETTING.get().seed), 23, 3)
    X.flags.writeable = y.flags.writeable = False
    return X, y


@pytest.fixture(scope="module")
def observe(build: Build, sample: Sample) -> Observe:
    """Trains on the sample, once for all checks that ask for the same hyperparameters: ``observe(**options)``."""
    kept: dict[object, Observation] = {}

    def observe(**options: float) -> Observation:
        key = tuple(sorted(options.items()))
        if key not in kept or not kept[key].model.is_alive():
            model = build(**options)
            kept[key] = Observation(model, model.fit(*sample))
            model.keep()
        return kept[key]

    return observe
