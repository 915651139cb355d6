"""Turns a submission into a grade: the diagram of the design as code."""

import importlib.metadata
import platform
import secrets
import time
from collections.abc import Callable
from contextlib import closing, nullcontext
from functools import cache, partial

import msgspec.structs

from grader import __version__
from grader.results import CheckResult, Exercise, Grade, Submission
from grader.sandbox.isolation import demand_strong
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Candidate, SubmissionError

OnCheck = Callable[[CheckResult, int], None]
"""Called after each check with its result and the number of checks in the suite."""


def draw_seed() -> int:
    """Return a seed that nobody can foresee and everybody can type."""
    return secrets.randbelow(10**6)


def grade(
    exercise: Exercise,
    submission: Submission,
    *,
    seed: int,
    trusted: bool = False,
    zygote: Zygote | None = None,
    on_check: OnCheck | None = None,
) -> Grade:
    """Grade a submission. Raises ``GraderError`` if the grader, not the submission, fails.

    Code that is not ``trusted`` is refused, with an ``IsolationError``, where the system cannot hold it back.
    Whoever grades many hands in a ``zygote`` to fork all their workers from.
    """
    started = time.monotonic()
    if submission.invalid or not submission.started:
        result = _without_running(exercise, submission, seed)
    else:
        with nullcontext(zygote) if zygote else Zygote() as zygote:
            # imported here, while the zygote loads NumPy in its own process, and before that is waited for
            import grader.judge
            import grader.review  # noqa: F401

            if not trusted:
                demand_strong(zygote.isolation)
            result = _with_worker(exercise, submission, zygote, seed, on_check)
    return msgspec.structs.replace(result, seconds=round(time.monotonic() - started, 3))


def _without_running(exercise: Exercise, submission: Submission, seed: int) -> Grade:
    finding = submission.invalid
    return Grade(
        exercise=exercise,
        submission=submission,
        verdict="invalid" if finding else "not-started",
        seed=seed,
        seconds=0.0,
        reason=finding.says if finding else "",
        reason_line=finding.line if finding else None,
        versions=_versions(),
    )


def _with_worker(
    exercise: Exercise, submission: Submission, zygote: Zygote, seed: int, on_check: OnCheck | None
) -> Grade:
    from grader.judge import run_suite, sum_up
    from grader.review import review
    from grader.yardstick import yardstick_of

    ungraded = _without_running(exercise, submission, seed)
    candidate = Candidate(zygote, exercise, submission.source, seed)
    with closing(candidate):
        try:
            candidate.load()
        except SubmissionError as error:
            line = error.raised.line if error.raised else None
            return msgspec.structs.replace(ungraded, verdict="invalid", reason=_import_failure(error), reason_line=line)
        run = partial(run_suite, exercise, yardstick=yardstick_of(zygote, exercise), seed=seed)
        reviewed = review(exercise, candidate, run, run(candidate, on_check=on_check))
    checks = reviewed.checks
    passed = all(check.outcome in ("pass", "remark") for check in checks)
    return msgspec.structs.replace(
        ungraded,
        isolation=zygote.isolation,
        verdict="pass" if passed else "fail",
        checks=checks,
        criteria=sum_up(checks),
        remarks=(
            *(convention.remark for convention in reviewed.conventions),
            *(check.message for check in checks if check.outcome == "remark"),
        ),
        convention=", ".join(convention.id for convention in reviewed.conventions),
        diagnosis=reviewed.diagnosis,
    )


def _import_failure(error: SubmissionError) -> str:
    if error.raised is None:
        return f"The file could not be imported: {error}."
    where = f" (line {error.raised.line})" if error.raised.line else ""
    return f"Importing the file raised {error}{where}."


@cache
def _versions() -> dict[str, str]:
    installed = {name: importlib.metadata.version(name) for name in ("numpy", "pytest")}
    return {"grader": __version__, "python": platform.python_version(), **installed}
