"""Writes Gradescope's results.json: the documented fields and nothing else."""

import json
from typing import Any

import msgspec.structs

from grader.report.gradescope import gradescope
from grader.results import CheckResult, Entry, Exercise, Finding, Grade, Submission

# https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
RESULT_FIELDS = {
    *("score", "execution_time", "output", "output_format", "test_output_format", "test_name_format"),
    *("visibility", "stdout_visibility", "extra_data", "tests", "leaderboard"),
}
TEST_FIELDS = {
    *("score", "max_score", "status", "name", "name_format", "number", "output", "output_format", "tags"),
    *("visibility", "extra_data"),
}
FORMATS = {"text", "simple_format", "html", "md", "ansi"}
VISIBILITIES = {"visible", "hidden", "after_due_date", "after_published"}


def result(*entries: Entry, **options: Any) -> dict[str, Any]:
    record = json.loads(gradescope(entries, **options))
    check_documented(record)
    return record


def check_documented(record: dict[str, Any]) -> None:
    assert set(record) <= RESULT_FIELDS
    assert isinstance(record["score"], int | float)
    assert record["visibility"] in VISIBILITIES
    assert record["stdout_visibility"] in VISIBILITIES
    assert {record[f"{name}output_format"] for name in ("", "test_")} | {record["test_name_format"]} <= FORMATS
    for test in record["tests"]:
        assert set(test) <= TEST_FIELDS
        assert test["status"] in ("passed", "failed")
        assert test.get("output_format", "text") in FORMATS
        assert all(isinstance(test[name], str) for name in ("name", "number", "output"))
        assert all(isinstance(tag, str) for tag in test.get("tags", []))
        assert test.get("score", 0) <= test.get("max_score", 0)


def test_every_kind_of_real_grade_is_as_documented(real_grades: dict[str, Grade]) -> None:
    for name, grade in real_grades.items():
        record = result(Entry(name, "linear", grade))
        assert record["score"] == grade.points == sum(test.get("score", 0) for test in record["tests"])
        if grade.checks:
            assert sum(test["max_score"] for test in record["tests"]) == grade.possible


def test_several_exercises_are_one_result(real_grades: dict[str, Grade]) -> None:
    right, wrong = real_grades["right"], real_grades["loss-without-half"]
    record = result(Entry("Ada", "linear", right), Entry("Ada", "linear", wrong))
    assert record["score"] == right.points + wrong.points
    assert [test["number"] for test in record["tests"]][:2] == ["1.1", "1.2"]
    assert record["tests"][-1]["number"] == f"2.{len(wrong.checks)}"
    assert "passed, 90 of 90 points" in record["output"]
    assert "not yet" in record["output"]
    assert "mean squared error, twice the loss" in record["output"]


def test_outcomes(linear: Exercise) -> None:
    check = CheckResult("test_a", "A `sentence`.", "gradient and loss", 3, "fail", message="secret 1.25", hint="Look.")
    outcomes = ("fail", "skip", "error", "remark", "pass")
    checks = tuple(msgspec.structs.replace(check, id=f"test_{word}", outcome=word) for word in outcomes)
    grade = Grade(linear, Submission("linear.py", "x", (Finding("loop", 3, "A loop."),)), "fail", 7, 1.5, checks=checks)
    record = result(Entry("Ada", "linear", grade, notes=("A link was refused.",)), visibility="after_published")
    assert [test["status"] for test in record["tests"]] == ["failed", "failed", "failed", "passed", "passed"]
    assert [test["output"] for test in record["tests"]][:3] == [
        "Hint: Look.",
        "Not run: what it builds on has to pass first.",
        "This check broke on the grader's side.",
    ]
    assert record["tests"][0]["name"] == "A sentence."
    assert record["tests"][0]["tags"] == ["linear", "gradient and loss"]
    assert "the grader itself failed" in record["output"]
    assert "A link was refused." in record["output"]
    assert "Line 3: A loop." in record["output"]
    assert record["visibility"] == "after_published"
    assert "1.25" not in json.dumps(record)


def test_without_checks_there_is_one_failed_test(real_grades: dict[str, Grade]) -> None:
    for name, words in (("syntax", "Could not be graded. Python cannot parse line 1"), ("stub", "Not started.")):
        (test,) = result(Entry("Ada", "linear", real_grades[name]))["tests"]
        assert test["status"] == "failed"
        assert words in test["output"]


def test_without_a_grade_the_reason_is_given() -> None:
    record = result(Entry("Ada", "linear", None, "There is no linear.py."))
    assert record["score"] == 0
    assert "not graded. There is no linear.py." in record["output"]


def test_what_is_printed_stays_with_the_instructor(real_grades: dict[str, Grade]) -> None:
    assert result(Entry("Ada", "linear", real_grades["right"]))["stdout_visibility"] == "hidden"
