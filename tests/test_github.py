"""Prints annotations that GitHub's runner reads as they are meant, and nothing else that it would read."""

import io
import re
from pathlib import Path

import msgspec.structs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.catalog import find_exercise
from grader.report.github import annotations, commands_stopped, job_summary
from grader.results import CheckResult, Diagnosis, Evidence, Exercise, Finding, Grade, Submission

ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def runner_reads(line: str) -> tuple[str, dict[str, str], str] | None:
    """Read a line as actions/runner does (ActionCommand.TryParseV2): level, properties, message."""
    line = line.lstrip()
    if not line.startswith("::") or line.find("::", 2) < 0:
        return None
    info, _, data = line[2:].partition("::")
    name, _, properties = info.partition(" ")
    pairs = [part.split("=", 1) for part in properties.split(",") if part]
    return name, {key: unescaped(value) for key, value in pairs}, unescaped(data)


def unescaped(text: str) -> str:
    for code, character in ESCAPES.items():
        text = text.replace(code, character)
    return text


def graded(exercise: Exercise, text: str, **changes: object) -> Grade:
    check = CheckResult("test_a", text, "gradient and loss", 3, "fail", message=text, evidence=(Evidence(text, text),))
    grade = Grade(
        exercise=exercise,
        submission=Submission("sub/linear.py", "import numpy\n\n\nclass LinearRegression:\n    pass\n"),
        verdict="fail",
        seed=7,
        seconds=1.5,
        checks=(msgspec.structs.replace(check, line=2, hint=text),),
        remarks=(text,),
        diagnosis=(Diagnosis("known", text, (text,), "exact"),),
    )
    return msgspec.structs.replace(grade, **changes)


def test_a_failure_is_shown_at_its_line(linear: Exercise) -> None:
    mistake, failure, remark = map(runner_reads, annotations(graded(linear, "50% off: 1, 2\nnext"), Path()))
    assert mistake == (
        "error",
        {"file": "sub/linear.py", "line": "4", "title": "Linear regression: the mistake (known)"},
        "50% off: 1, 2\nnext\nHint: 50% off: 1, 2\nnext",
    )
    assert failure is not None
    assert failure[0] == "error"
    assert failure[1]["line"] == "2"
    assert failure[2].startswith("50% off: 1, 2\nnext\n50% off")
    assert remark is not None
    assert remark[0] == "warning"


@given(text=st.text(), path=st.text(min_size=1).filter(lambda path: "\0" not in path))
def test_any_text_stays_in_its_place(text: str, path: str) -> None:
    grade = graded(find_exercise("linear"), text)
    grade = msgspec.structs.replace(grade, submission=msgspec.structs.replace(grade.submission, path=path))
    lines = list(annotations(grade, Path("/elsewhere")))
    # the runner reads the process line by line, and a line ends at either of these
    assert not any(set(line) & {"\n", "\r"} for line in lines)
    read = [runner_reads(line) for line in lines]
    assert [command[0] for command in read if command] == ["error", "error", "warning"]
    for command in read:
        assert command is not None
        assert set(command[1]) == {"file", "line", "title"}
        assert command[1]["line"].isdigit()


def test_paths_are_counted_from_the_checkout(linear: Exercise, tmp_path: Path) -> None:
    inside = msgspec.structs.replace(graded(linear, "x").submission, path=str(tmp_path / "a/linear.py"))
    read = runner_reads(next(annotations(graded(linear, "x", submission=inside), tmp_path)))
    assert read is not None
    assert read[1]["file"] == "a/linear.py"


def test_each_verdict_has_its_level(real_grades: dict[str, Grade], linear: Exercise) -> None:
    levels = {}
    for name, grade in real_grades.items():
        read = runner_reads(next(annotations(grade)))
        assert read is not None
        levels[name] = read[0]
    assert levels["right"] == "notice"
    assert levels["stub"] == "warning"
    assert levels["syntax"] == levels["no-class"] == levels["raises"] == "error"
    broken = msgspec.structs.replace(graded(linear, "x").checks[0], outcome="error")
    assert "the grader itself failed" in next(annotations(graded(linear, "x", checks=(broken,))))


def test_explained_failures_are_folded_into_the_mistake(linear: Exercise) -> None:
    mistake = Diagnosis("known", "It is twice the loss.", ("Compare.",), "exact", ("test_a",))
    lines = list(annotations(graded(linear, "x", diagnosis=(mistake,))))
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning"]
    assert "line=2" in lines[0]


def test_no_command_is_read_while_commands_are_stopped() -> None:
    stream = io.StringIO()
    with pytest.raises(KeyError), commands_stopped(stream):  # noqa: PT012
        print("::set-output name=x::y", file=stream)
        raise KeyError
    first, said, last = stream.getvalue().splitlines()
    token = first.removeprefix("::stop-commands::")
    assert re.fullmatch("[0-9a-f]{32}", token)
    assert said == "::set-output name=x::y"
    assert last == f"::{token}::"


def test_no_two_tokens_are_alike() -> None:
    stream = io.StringIO()
    for _ in range(2):
        with commands_stopped(stream):
            pass
    assert len(set(stream.getvalue().splitlines())) == 4


def test_summary_of_a_failing_run(real_grades: dict[str, Grade]) -> None:
    text = job_summary(real_grades["loss-without-half"])
    assert text.startswith("## ✗ Linear regression: not yet, 93.3 % (84 of 90 points)\n")
    assert "| gradient and loss | critical | 13/15 | 39/45 |" in text
    assert "### The mistake `loss-without-half`" in text
    assert "It explains 1 failed check." in text
    assert "seed 123457" in text


def test_summary_of_the_other_verdicts(real_grades: dict[str, Grade], linear: Exercise) -> None:
    assert job_summary(real_grades["right"]).startswith("## ✓ Linear regression: passed, 100 %")
    assert "not started" in job_summary(real_grades["stub"])
    assert "Python cannot parse line 1" in job_summary(real_grades["syntax"])
    unknown = Diagnosis("unknown", "Nothing explains this.", ("Look there.",), "unknown")
    assert "### A mistake without a name\n" in job_summary(graded(linear, "x", diagnosis=(unknown,)))
    broken = msgspec.structs.replace(graded(linear, "x").checks[0], outcome="error")
    assert "the grader itself failed" in job_summary(graded(linear, "x", checks=(broken,)))


def test_summary_shows_remarks_and_evidence(linear: Exercise) -> None:
    submission = Submission("linear.py", "x", (Finding("loop", 3, "A loop over `X`."),))
    text = job_summary(graded(linear, "found\n```\n# big", submission=submission))
    assert "- line 3\\: A loop over `X`." in text
    assert "  ````text\n  found\n  ```\n  # big\n" in text
