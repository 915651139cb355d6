"""Renders grades as pages."""

from pathlib import Path

import msgspec.structs
import pytest

from grader.errors import InputError
from grader.report.html import render_html, write_html
from grader.results import CheckResult, Evidence, Exercise, Finding, Grade, Isolation, Submission

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def failing(linear: Exercise) -> Grade:
    check = CheckResult(
        id="test_a",
        title="A sentence.",
        criterion="gradient and loss",
        weight=3,
        outcome="fail",
        message=f"fit raised {HOSTILE}",
        evidence=(Evidence("found", HOSTILE),),
        line=2,
    )
    return Grade(
        exercise=linear,
        submission=Submission(HOSTILE, f"x = 1\ny = '{HOSTILE}'\n"),
        verdict="fail",
        seed=1,
        seconds=0.1,
        isolation=Isolation("strong", "seccomp sealed, Landlock ABI 7"),
        checks=(check,),
    )


def test_nothing_of_the_submission_is_markup(failing: Grade) -> None:
    page = render_html(failing)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 3
    assert "A sentence." in page


def test_page_asks_nothing_of_the_network(failing: Grade) -> None:
    page = render_html(failing)
    assert "default-src 'none'" in page
    assert 'src="http' not in page
    assert 'href="http' not in page


@pytest.mark.parametrize(("verdict", "words"), [("pass", "Passed"), ("not-started", "Not started")])
def test_other_verdicts(failing: Grade, verdict: str, words: str) -> None:
    assert words in render_html(msgspec.structs.replace(failing, verdict=verdict, checks=()))


def test_invalid_says_why(failing: Grade) -> None:
    finding = Finding("syntax", 1, "Python cannot parse line 1: oops.\n    x = 1\n    ^")
    submission = msgspec.structs.replace(failing.submission, invalid=finding)
    page = render_html(
        msgspec.structs.replace(
            failing, verdict="invalid", submission=submission, checks=(), reason=finding.says, reason_line=1
        )
    )
    assert "cannot parse line 1" in page


def test_unwritable_path_is_a_sentence(failing: Grade, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError):
        write_html(failing, tmp_path / "file" / "page.html")
