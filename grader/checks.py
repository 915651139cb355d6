"""What the author of a suite uses: the rubric, ``@check``, and the fixtures."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pytest

from grader.results import Importance
from grader.sandbox.remote import Candidate, Model

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


class Fixtures:
    """The fixtures of a run, as a pytest plugin: they hold the candidate, the oracle and the seed."""

    def __init__(self, candidate: Candidate, yardstick: Candidate, reference: type, seed: int) -> None:
        self._candidate = candidate
        self._yardstick = yardstick
        self._reference = reference
        self._seed = seed

    @pytest.fixture
    def build(self) -> Callable[..., Model]:
        """Makes a model of the candidate's class: ``build(learning_rate=0.1)``."""
        return self._candidate.new

    @pytest.fixture
    def model(self) -> Model:
        """A model of the candidate's class, with the default hyperparameters."""
        return self._candidate.new()

    @pytest.fixture
    def reference(self) -> Any:
        """The class of the full solution, here in the judge: an oracle."""
        return self._reference

    @pytest.fixture
    def yardstick(self) -> Callable[..., Model]:
        """Makes a model of the full solution in a worker of its own, to compare times with."""
        return self._yardstick.new

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Random numbers of this check's own: the same for one seed, whichever other checks run."""
        return np.random.default_rng([self._seed, zlib.crc32(request.node.name.encode())])
