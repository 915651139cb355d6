"""The 15 checks in check50's format: the first has to pass, the others depend on it, each has 10 seconds."""

import sys
from collections.abc import Callable
from pathlib import Path

import check50

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checks import CHECKS, Check
from submission import load


def declared(check: Check, after: Callable[[], None] | None) -> Callable[[], None]:
    """Return a check as check50 wants it: a failed assertion is a ``Failure``."""

    def run() -> None:
        try:
            check(load("."))
        except (AssertionError, SystemExit) as error:
            raise check50.Failure(str(error)[:200]) from error

    run.__name__, run.__doc__ = check.__name__, check.__doc__
    made: Callable[[], None] = check50.check(after, timeout=10)(run)
    return made


first = declared(CHECKS[0], None)
globals()[CHECKS[0].__name__] = first
for later in CHECKS[1:]:
    globals()[later.__name__] = declared(later, first)
