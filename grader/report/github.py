"""Turns a grade into what GitHub Actions shows: annotations at file and line, and a job summary.

The runner reads every line of a step's output for commands. What comes from a submission is escaped where it stands
in a command of ours; where whole texts are printed, the runner is told to read no commands until it is given a token
that no submission knows.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

from grader.report.markdown import block, code, escaped, prose, table
from grader.results import CheckResult, Diagnosis, Grade

HEADLINES = {
    "pass": "✓ {title}: passed",
    "fail": "✗ {title}: not yet",
    "not-started": "- {title}: not started",
    "invalid": "✗ {title}: could not be graded",
}


@contextmanager
def commands_stopped(stream: TextIO) -> Iterator[None]:
    """Have the runner take nothing that is printed meanwhile for a command."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", file=stream, flush=True)
    try:
        yield
    finally:
        print(f"::{token}::", file=stream, flush=True)


# ------------------------------------------------------------------------------------------ annotations


class Annotation(NamedTuple):
    """What is shown beside a line of the submission."""

    level: str
    title: str
    text: str
    line: int | None = None


def annotations(grade: Grade, workspace: Path | None = None) -> Iterator[str]:
    """Yield workflow commands, a line each, the most important first: GitHub shows ten of a kind for a step.

    ``workspace`` is the folder of the checkout, from which GitHub counts the paths of files.
    """
    file = _relative(grade.submission.path, workspace)
    for note in _annotations(grade):
        properties = {"file": file, "line": str(note.line or _class_line(grade)), "title": note.title}
        shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        yield f"::{note.level} {shown}::{_data(_plain(note.text))}"


def _annotations(grade: Grade) -> Iterator[Annotation]:
    title = grade.exercise.title
    if grade.verdict == "invalid":
        yield Annotation("error", f"{title}: could not be graded", grade.reason, grade.reason_line)
    if grade.verdict == "not-started":
        yield Annotation("warning", f"{title}: not started", "The bodies are still to be written.")
    for check in grade.with_outcome("error"):
        yield Annotation("error", f"{title}: the grader itself failed", check.title)
    for diagnosis in grade.diagnosis:
        yield _of_mistake(diagnosis, grade)
    for check in grade.with_outcome("fail"):
        if check.id not in grade.explained:
            yield Annotation("error", f"{title}: {check.criterion}", _told(check), check.line)
    for finding in grade.submission.findings:
        yield Annotation("warning", f"{title}: remark", finding.says, finding.line)
    for remark in grade.remarks:
        yield Annotation("warning", f"{title}: remark", remark)
    if grade.verdict == "pass" and not grade.ungraded:
        yield Annotation("notice", f"{title}: passed", f"{grade.points} of {grade.possible} points")


def _of_mistake(diagnosis: Diagnosis, grade: Grade) -> Annotation:
    lines = [check.line for check in grade.checks if check.id in diagnosis.explains and check.line]
    name = f" ({diagnosis.id})" if diagnosis.id and diagnosis.match != "unknown" else ""
    hint = "".join(f"\nHint: {text}" for text in diagnosis.hints[:1])
    return Annotation(
        "error", f"{grade.exercise.title}: the mistake{name}", diagnosis.says + hint, lines[0] if lines else None
    )


def _told(check: CheckResult) -> str:
    evidence = [f"{item.label}: {item.value}" for item in check.evidence]
    hint = [f"Hint: {check.hint}"] if check.hint else []
    return "\n".join([check.title, *([check.message] if check.message else []), *evidence, *hint])


def _class_line(grade: Grade) -> int:
    """Return the line of the class, where an annotation stands that is about no line in particular."""
    start = re.search(rf"^class {grade.exercise.class_name}\b", grade.submission.source, re.MULTILINE)
    return grade.submission.source.count("\n", 0, start.start()) + 1 if start else 1


def _relative(path: str, workspace: Path | None) -> str:
    absolute = Path(path).absolute()
    root = (workspace or Path()).absolute()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    return text.replace("`", "")


# ------------------------------------------------------------------------------------------ job summary


def job_summary(grade: Grade) -> str:
    """Return the grade in Markdown, for the page of the job."""
    return "\n".join(_parts(grade)) + "\n"


def _parts(grade: Grade) -> Iterator[str]:
    yield f"## {_headline(grade)}\n"
    seed = "" if grade.for_candidate or not grade.checks else f", seed {grade.seed}"
    yield f"{code(grade.submission.path)}{seed}\n"
    if grade.reason:
        yield block(grade.reason)
    if grade.criteria:
        yield _rubric(grade)
    for diagnosis in grade.diagnosis:
        yield from _mistake(diagnosis)
    yield from _failures(grade)
    if remarks := [*grade.remarks, *(f"line {f.line}: {f.says}" for f in grade.submission.findings)]:
        yield "### Remarks\n"
        yield "".join(f"- {prose(remark)}\n" for remark in remarks)


def _headline(grade: Grade) -> str:
    title = escaped(grade.exercise.title)
    if grade.ungraded:
        return f"? {title}: the grader itself failed, so there is no verdict"
    score = f", {grade.score:g} % ({grade.points} of {grade.possible} points)" if grade.checks else ""
    return HEADLINES[grade.verdict].format(title=title) + score


def _rubric(grade: Grade) -> str:
    rows = [(escaped(c.name), c.importance, f"{c.passed}/{c.total}", f"{c.points}/{c.weight}") for c in grade.criteria]
    return table(("criterion", "importance", "checks", "points"), rows, right=2)


def _mistake(diagnosis: Diagnosis) -> Iterator[str]:
    known = diagnosis.match != "unknown"
    name = f" {code(diagnosis.id)}" if known and diagnosis.id else ""
    yield f"### {'The mistake' if known else 'A mistake without a name'}{name}\n"
    yield f"{prose(diagnosis.says)}\n"
    yield from (f"Hint: {prose(hint)}\n" for hint in diagnosis.hints[:1])
    if count := len(diagnosis.explains):
        yield f"It explains {count} failed check{'' if count == 1 else 's'}.\n"


def _failures(grade: Grade) -> Iterator[str]:
    failed = [*grade.with_outcome("error"), *grade.with_outcome("fail")]
    if not failed:
        return
    yield "### What failed\n"
    for check in failed:
        yield f"- {prose(check.title)}\n"
        details = [check.message, *(f"{item.label}: {item.value}" for item in check.evidence)]
        if check.id not in grade.explained and any(details):
            yield _indented(block("\n".join(filter(None, details))))


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())
