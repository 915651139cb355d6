"""Turns a grade into one HTML page that stands alone: no scripts, and nothing to load."""

import re
import shlex
import textwrap
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import bidirectional, category

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from grader.catalog import content_folder
from grader.errors import InputError
from grader.results import CheckResult, Evidence, Grade, Outcome

HEADLINES = {
    "pass": "Passed",
    "fail": "Not yet",
    "not-started": "Not started",
    "invalid": "Could not be graded",
    "ungraded": "The grader itself failed",
}

OUTCOMES: dict[Outcome, str] = {
    "pass": "passed",
    "fail": "failed",
    "error": "grader error",
    "remark": "remark",
    "skip": "skipped",
}

REORDERING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""The directional marks of Unicode with which code can be made to look like other code."""


def render_html(grade: Grade) -> str:
    """Return the report as one HTML document. Whatever came from the candidate is escaped in it."""
    page = (
        _environment()
        .get_template("report.html.j2")
        .render(
            grade=grade,
            tone="ungraded" if grade.ungraded else grade.verdict,
            focus=_focus(grade),
            groups=_groups(grade),
            titles={check.id: check.title for check in grade.checks},
            lines=_code_lines(grade),
            command=_repeat_command(grade),
            headlines=HEADLINES,
            outcomes=OUTCOMES,
        )
    )
    return _without_invisible(page)


def write_html(grade: Grade, path: Path) -> None:
    """Write the report to ``path``. Raises ``InputError`` if that is not possible."""
    page = render_html(grade)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"the report cannot be written to {path}: {reason}. Name a file in another folder.") from error


# ------------------------------------------------------------------ what the templates draw


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


def _focus(grade: Grade) -> CheckResult | None:
    """Return the one check to look at first, beside those that a mistake with a name explains."""
    outcomes: tuple[Outcome, ...] = ("error", "fail", "skip")
    candidates = [check for outcome in outcomes for check in grade.with_outcome(outcome)]
    open_ones = [check for check in candidates if check.id not in grade.explained]
    return next((check for check in open_ones if check.outcome != "skip" or not grade.explained), None)


def _groups(grade: Grade) -> list[Group]:
    names = dict.fromkeys([c.name for c in grade.criteria] + [c.criterion for c in grade.checks])
    return [_group(name, [check for check in grade.checks if check.criterion == name]) for name in names]


def _group(name: str, checks: list[CheckResult]) -> Group:
    told = tuple(check for check in checks if check.outcome != "skip")
    return Group(name, told, tuple(check for check in checks if check.outcome == "skip"))


def _repeat_command(grade: Grade) -> str:
    submission = shlex.quote(grade.submission.path)
    return f"grade exercise {shlex.quote(grade.exercise.slug)} --seed {grade.seed} --submission {submission}"


def _code_lines(grade: Grade) -> list[Line]:
    notes = _notes(grade)
    coloured = enumerate(_colour(grade.submission.source), 1)
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


def _colour(source: str) -> list[Markup]:
    """Return the source line by line, escaped and coloured. Each line is closed in itself."""
    lexer, formatter = PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)
    # pygments escapes what it is given and adds nothing but its own tags
    return [Markup(line) for line in highlight(source, lexer, formatter).removesuffix("\n").split("\n")]


# ------------------------------------------------------------------ the environment and its filters


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(content_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": _prose, "paragraphs": _paragraphs, "dedent": textwrap.dedent}
    environment.filters |= {"around": _around, "evidence": _evidence}
    return environment


def _prose(text: str) -> Markup:
    """Escape a text of one paragraph, then set what stands in backticks as code and ``*this*`` as emphasis."""
    return Markup(re.sub(r"`([^`\n]+)`|(?<![\w*])\*(\w+)\*(?![\w*])", _set, str(escape(text))))


def _set(match: re.Match[str]) -> str:
    code, stress = match.groups()
    return f"<code>{code}</code>" if code else f"<em>{stress}</em>"


def _paragraphs(text: str) -> Markup:
    """Set a text in which a blank line ends a paragraph and other line breaks mean nothing."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip())]
    return Markup("\n").join(Markup("<p>{}</p>").format(_prose(block)) for block in blocks)


def _around(lines: list[Line], number: int | None) -> list[Line]:
    """Return the line with that number and two before and after it, or nothing if there is no such line."""
    if number is None or not 1 <= number <= len(lines):
        return []
    return lines[max(0, number - 3) : number + 2]


def _evidence(check: CheckResult) -> list[Evidence]:
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


def _without_invisible(page: str) -> str:
    """Show the characters that hide or reorder the text around them, and those that no file can hold."""
    shown = {"\n", "\t"}
    hidden = [c for c in set(page) - shown if category(c) in ("Cc", "Cs") or bidirectional(c) in REORDERING]
    return page.translate({ord(c): f"\\u{ord(c):04x}" for c in hidden})
