"""Turns the entries of one candidate into Gradescope's ``results.json``.

The student reads it, so it holds the version for the candidate only. The form is the documented one:
https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
"""

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from grader.report.candidate import candidate_entry
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
    raise NotImplementedError


def _tests(entry: Entry, number: int) -> list[dict[str, Any]]:
    raise NotImplementedError


def _test(check: CheckResult, grade: Grade, number: str) -> dict[str, Any]:
    raise NotImplementedError
