"""Turns the entries of one candidate into Gradescope's ``results.json``.

The student reads it, so it holds the version for the candidate only. The form is the documented one:
https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
"""

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from grader.report.candidate import candidate_entry
from grader.report.rows import exercise_titles
from grader.results import CheckResult, Entry, Grade

Visibility = Literal["visible", "hidden", "after_due_date", "after_published"]


def gradescope(entries: Sequence[Entry], visibility: Visibility = "visible") -> bytes:
    """Return the results of one candidate's exercises as JSON. The score is the sum of their points."""
    own = [candidate_entry(entry) for entry in entries]
    tests = [test for number, entry in enumerate(own, 1) for test in _tests(entry, number)]
    record = {
        "score": sum(entry.grade.points for entry in own if entry.grade),
        "output": "\n\n".join(_summary(entry) for entry in own),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": visibility,
        # what is printed is for the instructor: it may show data
        "stdout_visibility": "hidden",
        "tests": tests,
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def _summary(entry: Entry) -> str:
    title = exercise_titles().get(entry.slug, entry.slug)
    lines = [f"{title}: {_verdict(entry)}", *entry.notes]
    if entry.grade:
        lines += [_plain(f"{mistake.says} {' '.join(mistake.hints[:1])}") for mistake in entry.grade.diagnosis]
        lines += [_plain(remark) for remark in entry.grade.remarks]
        lines += [_plain(f"Line {finding.line}: {finding.says}") for finding in entry.grade.submission.findings]
    return "\n".join(lines)


def _verdict(entry: Entry) -> str:
    grade = entry.grade
    if grade is None:
        return f"not graded. {entry.reason}"
    if grade.ungraded:
        return "the grader itself failed, so this is no verdict. Please tell your instructor."
    if not grade.checks:
        return {"invalid": f"could not be graded. {grade.reason}"}.get(grade.verdict, "not started.")
    return f"{'passed' if grade.verdict == 'pass' else 'not yet'}, {grade.points} of {grade.possible} points."


def _tests(entry: Entry, number: int) -> list[dict[str, Any]]:
    grade = entry.grade
    if grade is None or not grade.checks:
        title = exercise_titles().get(entry.slug, entry.slug)
        return [{"name": title, "number": str(number), "status": "failed", "output": _sentence(_verdict(entry))}]
    return [_test(check, grade, f"{number}.{place}") for place, check in enumerate(grade.checks, 1)]


def _test(check: CheckResult, grade: Grade, number: str) -> dict[str, Any]:
    return {
        "score": check.points,
        "max_score": check.weight,
        # a remark costs its points, but it is no failure
        "status": "passed" if check.outcome in ("pass", "remark") else "failed",
        "name": _plain(check.title),
        "name_format": "text",
        "number": number,
        "output": _plain(_output(check, grade)),
        "output_format": "text",
        "tags": [grade.exercise.slug, check.criterion],
    }


def _output(check: CheckResult, grade: Grade) -> str:
    if check.outcome == "skip":
        return "Not run: what it builds on has to pass first."
    if check.outcome == "error":
        return "This check broke on the grader's side."
    mistakes = [mistake.says for mistake in grade.diagnosis if check.id in mistake.explains]
    return "\n".join(text for text in (check.message, *mistakes, check.hint and f"Hint: {check.hint}") if text)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain(text: str) -> str:
    return text.replace("`", "")
