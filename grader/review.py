"""Looks at a submission again after its first run: accepts its conventions, names its mistakes, folds their checks.

A right answer costs nothing here but a glance. What follows an accepted convention runs once more against the
reference edited to follow it too; a check that this reference itself cannot pass says nothing and is excused.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing

import msgspec.structs
from msgspec import Struct

from grader.diagnosis.case import Case
from grader.diagnosis.conventions import Accepted, look_further, recognise, starts_at_random
from grader.diagnosis.diagnose import Finding, beyond_the_questions, diagnose, remember
from grader.diagnosis.probe import Given
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

        def another(source: str | None = None, **how: bool) -> Candidate:
            return stack.enter_context(closing(candidate.again(source, **how)))

        failed = _failed(checks)
        start = starts_at_random(exercise, candidate, another) if failed else None
        # what passed has shown that its models do not share state: its worker will do for the questions as well
        asked = [another(still_random=start is not None) if failed else candidate for _ in range(2)]
        case = Case.of(exercise, *asked)
        accepted = recognise(case, passed=not failed)
        conventions = (*((start,) if start else ()), *accepted.conventions)
        if failed and conventions:
            checks = _run_again(exercise, run, another, accepted, checks, still_random=start is not None)
            failed = _failed(checks)
        conventions += look_further(case, candidate.source)
        if not failed:
            return Review(checks, conventions)
        findings = diagnose(case, accepted) or beyond_the_questions(case, accepted)
        remember(exercise)
        return Review(checks, conventions, tuple(_fold(findings, checks, run, another)))


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
    return run(another(still_random=still_random, for_a_verdict=True), oracle=source, excused=excused)


def _fold(
    findings: Iterable[Finding], checks: Checks, run: Run, another: Callable[..., Candidate]
) -> Iterable[Diagnosis]:
    """Yield the diagnoses, each with the failed checks that its mistake alone makes fail."""
    left = [check for check in checks if check.outcome == "fail"]
    for finding in findings:
        explained: set[str] = set()
        if finding.source is not None:
            only = [check.id for check in left]
            explained = set(_failed(run(another(finding.source), only=only))) if only else set()
        elif not left:
            continue  # all is explained, so what else there is can wait
        elif finding.crash is not None:
            explained = {check.id for check in left if _shows(finding.crash, check)}
        yield msgspec.structs.replace(finding.diagnosis, explains=tuple(c.id for c in left if c.id in explained))
        left = [check for check in left if check.id not in explained]


def _shows(crash: Given, check: CheckResult) -> bool:
    """Return whether a check failed by the same exception, or for want of the same attribute."""
    if crash.kind == "missing":
        return "the model has no attribute" in check.message
    raised = crash.detail.partition(":")[0]
    return check.line == crash.line and f" raised {raised}" in check.message
