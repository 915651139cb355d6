"""Turns a grade into what the templates draw of it: tone, groups of checks, coloured lines of code."""

import shlex
from typing import NamedTuple

from markupsafe import Markup

from grader.report.colour import colour
from grader.results import CheckResult, Evidence, Grade, Outcome

HEADLINES = {
    "pass": "Passed",
    "fail": "Not yet",
    "not-started": "Not started",
    "invalid": "Could not be graded",
    "ungraded": "The grader itself failed",
    "missing": "Not graded",
}

OUTCOMES: dict[Outcome, str] = {
    "pass": "passed",
    "fail": "failed",
    "error": "grader error",
    "remark": "remark",
    "skip": "skipped",
}


class Group(NamedTuple):
    """The checks of one criterion: those with something to say, and those that wait for another."""

    criterion: str
    told: tuple[CheckResult, ...]
    skipped: tuple[CheckResult, ...]


class Note(NamedTuple):
    """A remark in the margin of a line, with the anchor of what it is about."""

    mark: str
    text: str
    anchor: str


class Line(NamedTuple):
    """One coloured line of the submission."""

    number: int
    code: Markup
    notes: tuple[Note, ...]

    @property
    def mark(self) -> str:
        """Return ``raised``, ``found`` or nothing; an exception outshines a finding."""
        marks = {note.mark for note in self.notes}
        return next((mark for mark in ("raised", "found") if mark in marks), "")


def focus(grade: Grade) -> CheckResult | None:
    """Return the one check to look at first, beside those that a mistake with a name explains."""
    outcomes: tuple[Outcome, ...] = ("error", "fail", "skip")
    candidates = [check for outcome in outcomes for check in grade.with_outcome(outcome)]
    open_ones = [check for check in candidates if check.id not in grade.explained]
    return next((check for check in open_ones if check.outcome != "skip" or not grade.explained), None)


def groups(grade: Grade) -> list[Group]:
    """Return the checks by criterion, in the order of the rubric."""
    names = dict.fromkeys([c.name for c in grade.criteria] + [c.criterion for c in grade.checks])
    return [_group(name, [check for check in grade.checks if check.criterion == name]) for name in names]


def _group(name: str, checks: list[CheckResult]) -> Group:
    told = tuple(check for check in checks if check.outcome != "skip")
    return Group(name, told, tuple(check for check in checks if check.outcome == "skip"))


def repeat_command(grade: Grade) -> str:
    """Return the command that gives the same grade again."""
    submission = shlex.quote(grade.submission.path)
    return f"grade exercise {shlex.quote(grade.exercise.slug)} --seed {grade.seed} --submission {submission}"


def code_lines(grade: Grade) -> list[Line]:
    """Return the submission line by line, coloured, with its notes."""
    notes = _notes(grade)
    coloured = enumerate(colour(grade.submission.source), 1)
    return [Line(number, code, tuple(notes.get(number, ()))) for number, code in coloured]


def _notes(grade: Grade) -> dict[int, list[Note]]:
    notes: dict[int, list[Note]] = {}
    if grade.reason_line is not None:
        notes.setdefault(grade.reason_line, []).append(Note("raised", "This is why it could not be graded.", "next"))
    for check in grade.checks:
        if check.line is not None:
            notes.setdefault(check.line, []).append(Note("raised", check.title, check.id))
    for finding in grade.submission.findings:
        notes.setdefault(finding.line, []).append(Note("found", finding.says, "remarks"))
    return notes


def around(lines: list[Line], number: int | None) -> list[Line]:
    """Return the line with that number and two before and after it, or nothing if there is no such line."""
    if number is None or not 1 <= number <= len(lines):
        return []
    return lines[max(0, number - 3) : number + 2]


def columned(check: CheckResult) -> list[Evidence]:
    """Return the evidence with arrays set in columns, and without the code line, which the page shows with others."""
    items = [item for item in check.evidence if item.label != f"line {check.line}"]
    arrays = [item.value.split(", ") for item in items if item.value.startswith("[")]
    if len({len(array) for array in arrays}) != 1:
        return items
    widths = [max(map(len, column)) + 1 for column in zip(*arrays, strict=True)]
    return [Evidence(i.label, _columns(i.value, widths)) if i.value.startswith("[") else i for i in items]


def _columns(array: str, widths: list[int]) -> str:
    *entries, last = array.split(", ")
    return " ".join([*(f"{entry},".ljust(width) for entry, width in zip(entries, widths, strict=False)), last])
