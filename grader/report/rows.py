"""Turns the entries of one candidate into a row, so light that those of ten thousand can be held at once."""

import sys
from collections.abc import Iterable

from grader.catalog import load_catalog
from grader.report.candidate import in_general
from grader.results import Column, Entry, Grade, Mark, Outcome, Row, Standing

LETTERS: dict[Outcome, str] = {"pass": "p", "fail": "f", "skip": "s", "remark": "r", "error": "e"}


def to_row(entries: Iterable[Entry], page: str) -> Row:
    """Return the row of the one candidate whose ``entries`` they are, at least one.

    ``page`` is the path of the candidate's report, seen from the page of the cohort.
    """
    own = tuple(entries)
    return Row(own[0].candidate, page, tuple(to_mark(entry) for entry in own))


def to_mark(entry: Entry) -> Mark:
    """Return an entry without its sentences and its code; texts that many share are kept once."""
    slug, grade = sys.intern(entry.slug), entry.grade
    if grade is None:
        return Mark(slug, "missing", reason=entry.reason)
    return Mark(
        slug=slug,
        verdict=standing(grade),
        points=grade.points,
        possible=grade.possible,
        score=grade.score,
        outcomes=sys.intern("".join(LETTERS[check.outcome] for check in grade.checks)),
        diagnosis=tuple((sys.intern(d.id), sys.intern(d.says)) for d in map(in_general, grade.diagnosis)),
        reason=entry.reason or grade.reason,
    )


def standing(grade: Grade) -> Standing:
    """Return the verdict, or that there is none because the grader failed."""
    return "ungraded" if grade.ungraded else grade.verdict


def to_columns(grade: Grade) -> tuple[Column, ...]:
    """Return what the letters of an exercise's marks stand for: its checks, in the order of the suite."""
    return tuple(Column(check.id, check.title, check.criterion) for check in grade.checks)


def exercise_titles() -> dict[str, str]:
    """Return what the exercises are called, in teaching order."""
    return {exercise.slug: exercise.title for exercise in load_catalog()}
