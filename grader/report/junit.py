"""Turns entries into JUnit XML: a testsuite per candidate and exercise, a testcase per check.

The form is the one of the ``junit-10`` schema of Jenkins' xUnit plugin; with a timestamp it is also valid against the
stricter schema of Ant's reports, where a testcase holds one verdict and nothing else, so that remarks stand in the
testsuite's ``system-out``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from grader.report.rows import standing
from grader.results import CheckResult, Entry, Grade

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


class Case(NamedTuple):
    """One testcase. ``kind`` is ``failure``, ``error``, ``skipped``, or nothing if it passed."""

    name: str
    seconds: float
    kind: str = ""
    type: str = ""
    message: str = ""
    text: str = ""


def junit(entries: Iterable[Entry], timestamp: str = "") -> bytes:
    """Return the whole document. ``timestamp`` is when it began, as ``2026-01-31T23:59:59``."""
    return "".join(junit_chunks(entries, timestamp)).encode()


def junit_chunks(entries: Iterable[Entry], timestamp: str = "") -> Iterator[str]:
    """Yield the document piece by piece, a testsuite at a time, to be written as UTF-8."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for number, entry in enumerate(entries):
        yield _suite(entry, number, timestamp)
    yield "</testsuites>\n"


def _suite(entry: Entry, number: int, timestamp: str) -> str:
    cases = _cases(entry)
    lines = [
        f" <testsuite{_attributes(_head(entry, number, timestamp, cases))}>",
        *_properties(entry),
        *(_case(case, f"{entry.candidate}.{entry.slug}") for case in cases),
        f"  <system-out>{_text(_remarks(entry))}</system-out>",
        "  <system-err/>",
        " </testsuite>\n",
    ]
    return "\n".join(lines)


def _head(entry: Entry, number: int, timestamp: str, cases: Sequence[Case]) -> dict[str, str]:
    counts = {kind: sum(case.kind == kind for case in cases) for kind in ("failure", "error", "skipped")}
    seconds = entry.grade.seconds if entry.grade else 0.0
    return {
        "name": entry.slug,
        "package": entry.candidate,
        "id": str(number),
        "hostname": "localhost",
        **({"timestamp": timestamp} if timestamp else {}),
        "tests": str(len(cases)),
        "failures": str(counts["failure"]),
        "errors": str(counts["error"]),
        "skipped": str(counts["skipped"]),
        "time": f"{seconds:.3f}",
    }


def _properties(entry: Entry) -> Iterator[str]:
    yield "  <properties>"
    for name, value in _facts(entry):
        if value:
            yield f"   <property{_attributes({'name': name, 'value': value})}/>"
    yield "  </properties>"


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    grade = entry.grade
    if grade is None:
        yield "verdict", "missing"
        return
    yield "verdict", standing(grade)
    yield "score", f"{grade.score:g}"
    yield "points", f"{grade.points}/{grade.possible}"
    yield "diagnosis", ", ".join(mistake.id for mistake in grade.diagnosis)
    yield "convention", grade.convention
    if not grade.for_candidate:
        yield "seed", str(grade.seed)
        yield "isolation", grade.isolation.level if grade.isolation else ""


def _remarks(entry: Entry) -> str:
    grade = entry.grade
    remarks = grade.remarks if grade else ()
    findings = [f"line {finding.line}: {finding.says}" for finding in grade.submission.findings] if grade else []
    return "\n".join([*entry.notes, *remarks, *findings])


def _cases(entry: Entry) -> list[Case]:
    grade = entry.grade
    if grade is None:
        return [Case("grade", 0.0, "error", "missing", entry.reason)]
    if not grade.checks:
        return [Case("grade", grade.seconds, *_no_checks(grade))]
    return [_of_check(check) for check in grade.checks]


def _no_checks(grade: Grade) -> tuple[str, str, str]:
    if grade.verdict == "pass":
        return "", "", ""
    return "failure", grade.verdict, grade.reason or "The bodies are still to be written."


def _of_check(check: CheckResult) -> Case:
    evidence = "".join(f"\n{item.label}: {item.value}" for item in check.evidence)
    hint = f"\nhint: {check.hint}" if check.hint else ""
    text = f"{check.title}\n{check.message}{evidence}{hint}"
    message = check.message.partition("\n")[0] or check.title
    kinds = {"fail": "failure", "error": "error", "skip": "skipped"}
    kind = kinds.get(check.outcome, "")
    return Case(check.id, check.seconds, kind, check.criterion, message, text if kind else "")


def _case(case: Case, classname: str) -> str:
    head = _attributes({"name": case.name, "classname": classname, "time": f"{case.seconds:.3f}"})
    if not case.kind:
        return f"  <testcase{head}/>"
    verdict = _attributes({"message": case.message, "type": case.type})
    return f"  <testcase{head}><{case.kind}{verdict}>{_text(case.text)}</{case.kind}></testcase>"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(_clean(value))}" for name, value in values.items())


def _text(text: str) -> str:
    return escape(_clean(text), {"\r": "&#13;"})


def _clean(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
