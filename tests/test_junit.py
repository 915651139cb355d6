"""Writes JUnit XML that is valid against a schema people use, whatever the candidate wrote.

``schemas/junit-10.xsd`` is the schema of Jenkins' xUnit plugin (MIT licence, in the file), as pytest ships it.
"""

from pathlib import Path
from typing import Any

import msgspec.structs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from grader.catalog import find_exercise
from grader.report.junit import junit, junit_chunks
from grader.results import CheckResult, Entry, Evidence, Exercise, Finding, Grade, Submission

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/junit-10.xsd"))
STAMP = "2026-01-31T23:59:59"


def parsed(entries: list[Entry]) -> Any:
    root = etree.fromstring(junit(entries, STAMP))
    SCHEMA.assertValid(root)
    return root


def graded(exercise: Exercise, **changes: Any) -> Grade:
    check = CheckResult("test_a", "A sentence.", "gradient and loss", 3, "fail", message="too large\nby far")
    check = msgspec.structs.replace(check, evidence=(Evidence("found", "[1, 2]"),), hint="A hint.", seconds=0.0123)
    outcomes = ("fail", "skip", "error", "remark", "pass")
    checks = tuple(msgspec.structs.replace(check, id=f"test_{word}", outcome=word) for word in outcomes)
    grade = Grade(exercise, Submission("linear.py", "x = 1\n"), "fail", 7, 1.5, checks=checks)
    return msgspec.structs.replace(grade, **changes)


def test_every_kind_of_real_grade_is_valid(real_grades: dict[str, Grade]) -> None:
    suites = parsed([Entry(name, "linear", grade) for name, grade in real_grades.items()])
    assert [suite.get("package") for suite in suites] == list(real_grades)
    verdicts = {
        suite.get("package"): suite.find("properties/property[@name='verdict']").get("value") for suite in suites
    }
    assert verdicts["right"] == "pass"
    assert verdicts["raises"] == "fail"
    assert verdicts["stub"] == "not-started"
    assert verdicts["syntax"] == "invalid"


def test_each_outcome_becomes_its_element(linear: Exercise) -> None:
    (suite,) = parsed([Entry("Ada", "linear", graded(linear))])
    counts = [suite.get(name) for name in ("tests", "failures", "errors", "skipped", "timestamp", "name")]
    assert counts == ["5", "1", "1", "1", STAMP, "linear"]
    kinds = {case.get("name"): [child.tag for child in case] for case in suite.iter("testcase")}
    assert kinds == {
        "test_fail": ["failure"],
        "test_skip": ["skipped"],
        "test_error": ["error"],
        "test_remark": [],
        "test_pass": [],
    }
    failed = next(suite.iter("testcase"))
    assert failed.get("classname") == "Ada.linear"
    assert failed.get("time") == "0.012"
    assert failed[0].get("message") == "too large"
    assert failed[0].get("type") == "gradient and loss"
    assert failed[0].text == "A sentence.\ntoo large\nby far\nfound: [1, 2]\nhint: A hint."


def test_remarks_and_notes_stand_in_the_output(linear: Exercise) -> None:
    submission = Submission("linear.py", "x", (Finding("loop", 3, "A loop."),))
    grade = graded(linear, remarks=("Mean squared error.",), submission=submission, convention="mse")
    (suite,) = parsed([Entry("Ada", "linear", grade, notes=("A link was refused.",))])
    assert suite.find("system-out").text == "A link was refused.\nMean squared error.\nline 3: A loop."
    facts = {item.get("name"): item.get("value") for item in suite.find("properties")}
    assert facts["seed"] == "7"
    assert facts["convention"] == "mse"
    assert facts["points"] == "0/15"


@pytest.mark.parametrize(
    ("changes", "kind", "message"),
    [
        ({"verdict": "invalid", "reason": "Line 1: no."}, "failure", "Line 1: no."),
        ({"verdict": "not-started"}, "failure", "The bodies are still to be written."),
    ],
)
def test_a_grade_without_checks_is_one_failure(
    linear: Exercise, changes: dict[str, Any], kind: str, message: str
) -> None:
    (suite,) = parsed([Entry("Ada", "linear", graded(linear, checks=(), **changes))])
    (case,) = suite.iter("testcase")
    assert (case[0].tag, case[0].get("message"), case[0].get("type")) == (kind, message, changes["verdict"])
    assert suite.get("failures") == "1"


def test_no_grade_is_one_error() -> None:
    (suite,) = parsed([Entry("Ada", "linear", None, "The archive is encrypted.")])
    (case,) = suite.iter("testcase")
    assert (case[0].tag, case[0].get("message")) == ("error", "The archive is encrypted.")
    assert suite.get("errors") == "1"


@given(text=st.text())
def test_any_text_gives_a_valid_document(text: str) -> None:
    grade = graded(find_exercise("linear"))
    check = msgspec.structs.replace(grade.checks[0], message=text, title=text, evidence=(Evidence(text, text),))
    entry = Entry(
        text or "x", "linear", msgspec.structs.replace(grade, checks=(check,), remarks=(text,)), notes=(text,)
    )
    (suite,) = parsed([entry, Entry("Ada", "linear", None, text)])[:1]
    assert len(list(suite.iter("testcase"))) == 1


@pytest.mark.parametrize("text", ["\x00", "\x1b[31m", "\ud800", "\ufffe", "]]>", "</failure><x>", '"&<>', "\x85"])
def test_what_xml_cannot_hold_is_replaced(linear: Exercise, text: str) -> None:
    (suite,) = parsed([Entry(f"a{text}b", "linear", None, text)])
    assert len(suite.findall("testcase")) == 1
    package = suite.get("package")
    assert package == (f"a{text}b" if text.isprintable() or text == "\x85" else package)
    assert package.startswith("a")
    assert package.endswith("b")


def test_no_timestamp_is_valid_too() -> None:
    SCHEMA.assertValid(etree.fromstring(junit([Entry("Ada", "linear", None, "x")])))


def test_nothing_graded_is_valid() -> None:
    assert len(parsed([])) == 0


def test_pieces_come_a_suite_at_a_time(linear: Exercise) -> None:
    taken = []

    def entries() -> Any:
        for number in range(1000):
            taken.append(number)
            yield Entry(f"candidate {number}", "linear", None, "x")

    chunks = junit_chunks(entries())
    for _ in range(3):
        next(chunks)
    assert taken == [0, 1]
