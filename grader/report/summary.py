"""Turns the rows of all candidates into what is common to them: counts, medians, mistakes, failures, ranks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from grader.report.rows import exercise_titles
from grader.results import Mark, Row

BINS = 11
"""Scores of 0 to below 10, of 10 to below 20 and so on, and 100."""

NOT_GRADED = ("invalid", "ungraded", "missing")


class Mistake(NamedTuple):
    """A mistake, and how many candidates made it."""

    id: str
    says: str
    candidates: int


class ExerciseSummary(NamedTuple):
    """How one exercise went."""

    slug: str
    title: str
    marks: int
    passed: int
    not_graded: int
    median: float | None
    """None if nobody has a score."""
    histogram: tuple[int, ...]
    """How many have a score in each of the ``BINS``."""
    mistakes: tuple[Mistake, ...]
    """The most common first."""
    failures: tuple[int, ...]
    """How often each check failed, in the order of the suite."""
    graded: int
    """How many have a score: the others are in no bin."""


class Ranked(NamedTuple):
    """A row with its place among all."""

    rank: int
    total: float
    row: Row


class Summary(NamedTuple):
    """How it went."""

    candidates: int
    passed: int
    """Those who passed every exercise."""
    not_graded: int
    """Those of whom at least one exercise could not be graded."""
    median: float | None
    exercises: tuple[ExerciseSummary, ...]
    ranking: tuple[Ranked, ...]


def summarise(rows: Iterable[Row]) -> Summary:
    """Rank the rows and count what is in them."""
    kept = list(rows)
    slugs = _slugs(kept)
    ranking = _rank(kept, len(slugs))
    return Summary(
        candidates=len(kept),
        passed=sum(all(mark.verdict == "pass" for mark in row.marks) for row in kept),
        not_graded=sum(any(mark.verdict in NOT_GRADED for mark in row.marks) for row in kept),
        median=median(ranked.total for ranked in ranking) if ranking else None,
        exercises=tuple(_exercise(slug, kept) for slug in slugs),
        ranking=ranking,
    )


def _slugs(rows: Sequence[Row]) -> list[str]:
    found = dict.fromkeys(mark.slug for row in rows for mark in row.marks)
    order = list(exercise_titles())
    return sorted(found, key=lambda slug: (order.index(slug) if slug in order else len(order), slug))


def _rank(rows: Sequence[Row], n_exercises: int) -> tuple[Ranked, ...]:
    """Order the rows by their mean score, an exercise without one counting nothing; equal scores share a rank."""
    totals = sorted(
        ((round(sum(mark.score for mark in row.marks) / n_exercises, 2), row) for row in rows if n_exercises),
        key=lambda pair: (-pair[0], pair[1].candidate.casefold(), pair[1].candidate),
    )
    ranking: list[Ranked] = []
    for place, (total, row) in enumerate(totals, 1):
        tied = bool(ranking) and ranking[-1].total == total
        ranking.append(Ranked(ranking[-1].rank if tied else place, total, row))
    return tuple(ranking)


def _exercise(slug: str, rows: Sequence[Row]) -> ExerciseSummary:
    marks = [mark for row in rows for mark in row.marks if mark.slug == slug]
    scores = [mark.score for mark in marks if mark.outcomes]
    bins = Counter(int(score // 10) for score in scores)
    return ExerciseSummary(
        slug=slug,
        title=exercise_titles().get(slug, slug),
        marks=len(marks),
        passed=sum(mark.verdict == "pass" for mark in marks),
        not_graded=sum(mark.verdict in NOT_GRADED for mark in marks),
        median=median(scores) if scores else None,
        histogram=tuple(bins[number] for number in range(BINS)),
        mistakes=_mistakes(marks),
        failures=_failures(marks),
        graded=len(scores),
    )


def _mistakes(marks: Iterable[Mark]) -> tuple[Mistake, ...]:
    counts = Counter(mistake for mark in marks for mistake in dict(mark.diagnosis))
    says = {name: text for mark in marks for name, text in reversed(mark.diagnosis)}
    return tuple(Mistake(name, says[name], count) for name, count in counts.most_common())


def _failures(marks: Sequence[Mark]) -> tuple[int, ...]:
    width = max((len(mark.outcomes) for mark in marks), default=0)
    failed = Counter(place for mark in marks for place, letter in enumerate(mark.outcomes) if letter == "f")
    return tuple(failed[place] for place in range(width))
