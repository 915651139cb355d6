"""Turns what many candidates came to into tables: CSV for a spreadsheet, Markdown for the page of a CI job."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from grader.report.markdown import code, escaped, prose, table
from grader.report.rows import standing
from grader.report.summary import ExerciseSummary, Ranked, Summary, summarise
from grader.results import Entry, Grade, Row

COLUMNS = (
    "candidate",
    "exercise",
    "verdict",
    "score",
    "points",
    "possible",
    "failed_checks",
    "diagnosis",
    "convention",
    "reason",
    "seconds",
    "isolation",
    "handout",
)

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet program takes a cell that begins with it for."""

MISTAKES = 5
"""How many mistakes of an exercise are listed."""


def csv_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of ``grades.csv``, the header first, then one per candidate and exercise.

    A cell that a spreadsheet program would take for a formula gets an apostrophe in front.
    """
    yield _line(COLUMNS)
    for entry in entries:
        cells = _cells(entry.grade) if entry.grade else _no_grade(entry)
        yield _line([entry.candidate, entry.slug, *cells, entry.handout])


def _line(cells: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _cells(grade: Grade) -> list[object]:
    return [
        standing(grade),
        grade.score,
        grade.points,
        grade.possible,
        " ".join(check.id for check in grade.with_outcome("fail")),
        " ".join(diagnosis.id for diagnosis in grade.diagnosis),
        grade.convention,
        " ".join(grade.reason.split()),
        grade.seconds,
        grade.isolation.level if grade.isolation else "",
    ]


def _no_grade(entry: Entry) -> list[object]:
    return ["missing", 0.0, 0, 0, "", "", "", " ".join(entry.reason.split()), "", ""]


# ------------------------------------------------------------------------------------------ Markdown


def summary_markdown(rows: Iterable[Row], *, top: int = 10) -> str:
    """Return the counts, the first ``top`` candidates, and the most common mistakes of each exercise."""
    return "\n".join(_parts(summarise(rows), top)) + "\n"


def _parts(summary: Summary, top: int) -> Iterator[str]:
    yield "## Grades\n"
    yield _counts(summary)
    if not summary.ranking:
        return
    shown = summary.ranking[:top]
    yield f"### {'Ranking' if len(shown) == summary.candidates else f'The first {len(shown)}'}\n"
    header = ["rank", "candidate", *(escaped(exercise.title) for exercise in summary.exercises), "total"]
    yield table(header, [_ranked(ranked, summary) for ranked in shown], right=len(summary.exercises) + 1)
    for exercise in summary.exercises:
        yield from _common(exercise)


def _counts(summary: Summary) -> str:
    middle = "-" if summary.median is None else f"{summary.median:g} %"
    rows = [(str(summary.candidates), str(summary.passed), middle, str(summary.not_graded))]
    return table(("candidates", "passed everything", "median score", "could not be graded"), rows, right=4)


def _ranked(ranked: Ranked, summary: Summary) -> list[str]:
    marks = {mark.slug: mark for mark in ranked.row.marks}
    cells = [_mark(marks[e.slug].verdict, marks[e.slug].score) if e.slug in marks else "-" for e in summary.exercises]
    return [str(ranked.rank), escaped(ranked.row.candidate), *cells, f"{ranked.total:g} %"]


def _mark(verdict: str, score: float) -> str:
    words = {"pass": f"✓ {score:g}", "fail": f"✗ {score:g}"}
    return words.get(verdict, verdict.replace("-", " "))


def _common(exercise: ExerciseSummary) -> Iterator[str]:
    if not exercise.mistakes:
        return
    yield f"### The most common mistakes: {escaped(exercise.title)}\n"
    rows = [(code(m.id), prose(m.says), str(m.candidates)) for m in exercise.mistakes[:MISTAKES]]
    yield table(("mistake", "", "candidates"), rows, right=1)
