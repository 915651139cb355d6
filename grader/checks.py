"""What the author of a suite declares: the rubric, and ``@check``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from grader.results import Importance

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
