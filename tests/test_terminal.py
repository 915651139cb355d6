"""Prints grades for a terminal of 80 columns."""

import io

import msgspec.structs
import pytest
from rich.console import Console

from grader.report.terminal import print_grade
from grader.results import CheckResult, Evidence, Exercise, Grade, Isolation, Submission


def printed(grade: Grade) -> str:
    stream = io.StringIO()
    print_grade(grade, Console(file=stream, width=80, highlight=False), "reports/linear.html")
    return stream.getvalue()


@pytest.fixture
def failing(linear: Exercise) -> Grade:
    markup = "[red]x[/red]"
    failed = CheckResult(
        id="test_a",
        title="A sentence about `fit`.",
        criterion="gradient and loss",
        weight=3,
        outcome="fail",
        message=markup + "y" * 200,
        evidence=(Evidence("found", "z" * 200),),
        hint="A hint.",
    )
    skipped = msgspec.structs.replace(failed, id="test_b", outcome="skip", message="needs test_a")
    return Grade(
        exercise=linear,
        submission=Submission("a/" * 60 + "linear.py", "x = 1\n"),
        verdict="fail",
        seed=77,
        seconds=0.1,
        isolation=Isolation("strong", "seccomp sealed, Landlock ABI 7"),
        checks=(failed, skipped, msgspec.structs.replace(skipped, id="test_c")),
    )


def test_nothing_is_wider_than_the_terminal(failing: Grade) -> None:
    assert all(len(line) <= 80 for line in printed(failing).splitlines())


def test_a_failure_shows_what_was_found(failing: Grade) -> None:
    text = printed(failing)
    assert "Not yet" in text
    assert "A sentence about fit." in text
    assert "[red]x[/red]" in text
    assert "A hint." in text
    assert "2 checks were skipped" in text
    assert text.count("needs test_a") == 1
    assert "--seed 77" in text
    assert "reports/linear.html" in text
    assert "\x1b" not in text


def test_not_started_says_where_to_begin(failing: Grade) -> None:
    text = printed(msgspec.structs.replace(failing, verdict="not-started", checks=()))
    assert "fill in the class LinearRegression" in " ".join(text.split())
    assert "First:" in text
    assert "25 minutes" in text


def test_invalid_says_why(failing: Grade) -> None:
    text = printed(msgspec.structs.replace(failing, verdict="invalid", checks=(), reason="line 3: [bold]no[/bold]"))
    assert "Could not be graded" in text
    assert "line 3: [bold]no[/bold]" in text


def test_a_broken_check_is_said_to_be_ours(failing: Grade) -> None:
    broken = msgspec.structs.replace(failing.checks[0], outcome="error")
    assert "The grader failed" in printed(msgspec.structs.replace(failing, checks=(broken,)))
