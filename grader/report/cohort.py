"""Turns the rows of all candidates into the pages of the cohort: how it went, who is where, and what went wrong."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from grader.report.summary import ExerciseSummary, Ranked, Summary, summarise
from grader.report.templates import fill, write_page
from grader.results import Column, Mark, Row

ROWS = 250
"""How many candidates a page holds."""

MOST = 5
"""How many mistakes and how many failing checks of an exercise are listed."""

CELL = 14
"""The width of a cell of the matrix, with the gap beside it; the style sheet draws 12 and leaves 2."""

OUTCOMES = {"p": "passed", "f": "failed", "r": "remark", "s": "skipped", "e": "grader error"}


def render_cohort(
    rows: Iterable[Row],
    columns: Mapping[str, Sequence[Column]],
    *,
    assets: str = "assets",
    links: Sequence[tuple[str, str]] = (),
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page: ``index.html``, ``index-2.html`` and so on.

    ``columns`` holds, for each exercise, the checks behind the letters of its marks (``to_columns`` of any grade that
    has checks). ``assets`` is where ``write_assets`` wrote. ``links`` are further pages: what they are, and where.
    """
    summary = summarise(rows)
    exercises = [_exercise(each, columns.get(each.slug, ())) for each in summary.exercises]
    names = [page_name(number) for number in range(1, max(1, math.ceil(summary.candidates / ROWS)) + 1)]
    for number, name in enumerate(names, 1):
        page = fill(
            "cohort.html.j2",
            summary=summary,
            exercises=exercises,
            lines=_lines(summary, number),
            number=number,
            names=names,
            start=(number - 1) * ROWS + 1,
            assets=assets,
            links=links,
            **DRAWING,
        )
        yield name, str(page)


def write_cohort(
    rows: Iterable[Row],
    columns: Mapping[str, Sequence[Column]],
    folder: Path,
    *,
    assets: str = "assets",
    links: Sequence[tuple[str, str]] = (),
) -> None:
    """Write the pages into ``folder``. Raises ``InputError`` if that is not possible."""
    for name, page in render_cohort(rows, columns, assets=assets, links=links):
        write_page(folder / name, page)


def page_name(number: int) -> str:
    """Return the file name of the page with that number, counted from 1."""
    return "index.html" if number == 1 else f"index-{number}.html"


# ------------------------------------------------------------------------------------------ what the templates draw


class Failing(NamedTuple):
    """A check, and how many candidates failed it."""

    place: int
    title: str
    candidates: int


class Criterion(NamedTuple):
    """A run of neighbouring columns of the matrix."""

    name: str
    start: int
    columns: tuple[Column, ...]


class Exercise(NamedTuple):
    """One exercise of the cohort."""

    summary: ExerciseSummary
    width: int
    """How many checks the matrix has."""
    criteria: tuple[Criterion, ...]
    failing: tuple[Failing, ...]


class Line(NamedTuple):
    """One candidate's line of the ranking and of each matrix."""

    ranked: Ranked
    marks: dict[str, Mark]
    mistakes: tuple[str, ...]
    """The first mistake of each exercise that has one."""


def _exercise(summary: ExerciseSummary, columns: Sequence[Column]) -> Exercise:
    width = max(len(summary.failures), len(columns))
    return Exercise(summary, width, _criteria(columns), _failing(summary, columns))


def _criteria(columns: Sequence[Column]) -> tuple[Criterion, ...]:
    runs, start = [], 1
    for name, group in groupby(columns, key=lambda column: column.criterion):
        own = tuple(group)
        runs.append(Criterion(name, start, own))
        start += len(own)
    return tuple(runs)


def _failing(summary: ExerciseSummary, columns: Sequence[Column]) -> tuple[Failing, ...]:
    titles = [column.title for column in columns] or [f"check {place + 1}" for place in range(len(summary.failures))]
    found = [
        Failing(place, title, n) for place, (title, n) in enumerate(zip(titles, summary.failures, strict=False), 1) if n
    ]
    return tuple(sorted(found, key=lambda failing: -failing.candidates)[:MOST])


def _lines(summary: Summary, number: int) -> list[Line]:
    return [_line(ranked) for ranked in summary.ranking[(number - 1) * ROWS : number * ROWS]]


def _line(ranked: Ranked) -> Line:
    marks = {mark.slug: mark for mark in ranked.row.marks}
    mistakes = dict.fromkeys(mark.diagnosis[0][0] for mark in ranked.row.marks if mark.diagnosis)
    return Line(ranked, marks, tuple(mistakes))


def strokes(outcomes: str) -> Iterator[tuple[str, str]]:
    """Yield the letters that occur, each with a path of horizontal lines, one for every run of that letter.

    A dash of the style sheet's makes the cells of a run: so a row takes some hundred bytes, not one element per check.
    """
    for letter in dict.fromkeys(outcomes):
        runs = re.finditer(f"{letter}+", outcomes)
        yield letter, "".join(f"M{CELL * run.start()} 8h{CELL * (run.end() - run.start())}" for run in runs)


def spoken(outcomes: str) -> str:
    """Return in words what a row of the matrix shows."""
    failed = [str(place) for place, letter in enumerate(outcomes, 1) if letter == "f"]
    return f"{outcomes.count('p')} of {len(outcomes)} passed" + (f", failed {' '.join(failed)}" if failed else "")


DRAWING = {"cell": CELL, "kinds": OUTCOMES, "most": MOST, "strokes": strokes, "spoken": spoken}
"""What the templates draw with, the same on every page."""
