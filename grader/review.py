"""Looks at a submission again after its first run: accepts its conventions, names its mistakes, folds their checks.

A right answer costs nothing here but a glance. What follows an accepted convention runs once more against the
reference edited to follow it too; a check that this reference itself cannot pass says nothing and is excused.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing

import msgspec.structs
from msgspec import Struct

from grader.case import Case
from grader.conventions import Accepted, look_further, recognise, starts_at_random
from grader.diagnosis import Finding, diagnose, remember
from grader.misconceptions import Convention, edit_reference
from grader.results import CheckResult, Diagnosis, Exercise
from grader.sandbox.remote import Candidate

Checks = tuple[CheckResult, ...]
Run = Callable[..., Checks]
"""``run_suite`` with everything filled in but the candidate."""


class Review(Struct, frozen=True):
    """What the second look shows."""

    checks: Checks
    conventions: tuple[Convention, ...] = ()
    diagnosis: tuple[Diagnosis, ...] = ()


def review(exercise: Exercise, candidate: Candidate, run: Run, checks: Checks) -> Review:
    """Return the checks that count, with the conventions accepted and the mistakes found."""
    if candidate.tired:
        return Review(checks)
    with ExitStack() as stack:

        def another(source: str | None = None, still_random: bool = False) -> Candidate:
            return stack.enter_context(closing(candidate.again(source, still_random=still_random)))

        failed = _failed(checks)
        start = starts_at_random(exercise, another()) if failed else None
        case = Case.of(exercise, *(another(still_random=start is not None) for _ in range(2)))
        accepted = recognise(case)
        conventions = (*((start,) if start else ()), *accepted.conventions)
        if failed and conventions:
            checks = _run_again(exercise, run, another, accepted, checks, still_random=start is not None)
            failed = _failed(checks)
        conventions += look_further(case, candidate.source)
        if not failed:
            return Review(checks, conventions)
        findings = diagnose(case, accepted)
        remember(exercise)
        return Review(checks, conventions, tuple(_fold(findings, failed, run, another)))


def _failed(checks: Checks) -> list[str]:
    return [check.id for check in checks if check.outcome == "fail"]


def _run_again(
    exercise: Exercise,
    run: Run,
    another: Callable[..., Candidate],
    accepted: Accepted,
    checks: Checks,
    still_random: bool,
) -> Checks:
    source = edit_reference(exercise, accepted.edits)
    reason = " ".join(convention.says for convention in accepted.conventions)
    # all of them, also those that are skipped after another one: once that is excused, it skips nothing any more
    every = run(another(source), oracle=source, only=[check.id for check in checks])
    excused = dict.fromkeys(_failed(every), f"not applicable: {reason}")
    return run(another(still_random=still_random), oracle=source, excused=excused)


def _fold(
    findings: Iterable[Finding], failed: list[str], run: Run, another: Callable[..., Candidate]
) -> Iterable[Diagnosis]:
    """Yield the diagnoses, each with the failed checks that its mistake alone makes fail."""
    left = list(failed)
    for finding in findings:
        if not left:
            return
        if finding.source is None:
            yield finding.diagnosis
            continue
        explained = [name for name in _failed(run(another(finding.source), only=left)) if name in left]
        left = [name for name in left if name not in explained]
        yield msgspec.structs.replace(finding.diagnosis, explains=tuple(explained))
