"""What the author of a suite uses: the rubric, ``@check``, and the fixtures."""

import inspect
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.results import Importance
from grader.sandbox.remote import Candidate, Model
from grader.yardstick import Yardstick

CRITERIA: dict[str, Importance] = {
    "shapes and API": "medium",
    "gradient and loss": "critical",
    "convergence": "critical",
    "agreement with the normal equation": "critical",
    "regularisation": "critical",
    "numerical stability": "high",
    "state and side effects": "medium",
    "vectorisation": "high",
}
"""The headings of the rubric, in the order of a report."""

POINTS: dict[Importance, int] = {"critical": 3, "high": 2, "medium": 1}
"""What one check of a criterion is worth."""

KEPT_FITS = 500
"""More than one suite asks its oracle for."""

Test = TypeVar("Test", bound=Callable[..., None])


@dataclass(frozen=True)
class Check:
    """What the suite says of one of its checks."""

    criterion: str
    after: tuple[str, ...]
    hint: str
    kept: str = ""
    """Why it is there, if no wrong answer is known that it alone catches."""

    @property
    def weight(self) -> int:
        """The points that a pass earns."""
        return POINTS[CRITERIA[self.criterion]]


def check(
    criterion: str, *, after: str | tuple[str, ...] = (), hint: str = "", kept: str = ""
) -> Callable[[Test], Test]:
    """Declare a test of a suite as a check. Its docstring is the sentence that the candidate reads.

    ``after`` names the checks that must have passed for this one to mean anything; if one has not, this one is
    skipped, so that one mistake shows as one failure. ``kept`` says why the check is there if others catch all that it
    catches. Raises ``KeyError`` for an unknown criterion.
    """
    CRITERIA[criterion]
    spec = Check(criterion, (after,) if isinstance(after, str) else after, hint, kept)

    def declare(test: Test) -> Test:
        setattr(test, "check", spec)  # noqa: B010 - functions have no such attribute as far as types go
        return test

    return declare


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


@dataclass(frozen=True)
class Setting:
    """What the checks of one run work with."""

    candidate: Candidate
    yardstick: Yardstick
    oracle: Oracle
    seed: int


class Fixtures:
    """The fixtures of a suite, as a pytest plugin; whom they are about is set anew for each run."""

    setting: Setting | None = None

    @pytest.fixture
    def build(self) -> Callable[..., Model]:
        """Makes a model of the candidate's class: ``build(learning_rate=0.1)``."""
        return self._now.candidate.new

    @pytest.fixture
    def model(self) -> Model:
        """A model of the candidate's class, with the default hyperparameters."""
        return self._now.candidate.new()

    @pytest.fixture
    def reference(self) -> Oracle:
        """The class of the full solution, here in the judge: an oracle."""
        return self._now.oracle

    @pytest.fixture
    def yardstick(self) -> Yardstick:
        """The full solution in a worker of its own, to compare times with."""
        return self._now.yardstick

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Random numbers of this check's own: the same for one seed, whichever other checks run."""
        return np.random.default_rng([self._now.seed, zlib.crc32(request.node.name.encode())])

    @property
    def _now(self) -> Setting:
        assert self.setting is not None, "a check runs outside a run"
        return self.setting
