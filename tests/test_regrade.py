"""Grades a batch, changes a tolerance in a copy of the grader, and grades it again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec.structs
import pytest

from grader.cohort.regrade import compare
from grader.cohort.store import Store
from grader.report.moved import moves_markdown
from grader.results import Exercise, Grade, Move, MovedCheck
from tests import cohort

PARTS = ("grader", "exercises", "reference", "templates")


@pytest.fixture
def own_grader(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs ``grade`` from a copy of the grader that a test may change."""
    for part in PARTS:
        shutil.copytree(cohort.ROOT / part, tmp_path / "checkout" / part, ignore=shutil.ignore_patterns("__pycache__"))

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "checkout"), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-P", "-c", "from grader.cli import main; main()", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)

    return run


def test_a_changed_tolerance_moves_grades(
    tmp_path: Path, own_grader: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    sources = {"ann": cohort.reference("linear"), "bob": cohort.case("loss-without-half")}
    cohort.write_files(tmp_path / "in", sources)
    first = own_grader("batch", "in", "--out", "out", "--seed", "5", "--jobs", "1")
    assert first.returncode == 0, first.stderr
    again = own_grader("regrade", "out", "--jobs", "1")
    assert "No verdict, score or check moved." in again.stdout, again.stderr
    shutil.rmtree(tmp_path / "in")
    expect = tmp_path / "checkout/grader/expect.py"
    expect.write_text(expect.read_text("utf-8").replace("RTOL = 1e-4", "RTOL = 1e9"), "utf-8")
    refused = own_grader("batch", "out/candidates", "--out", "out")
    assert refused.returncode == 2
    assert "the suites have changed" in refused.stderr
    with Store(tmp_path / "out/results.sqlite") as store:
        assert [hand_in.candidate for hand_in in store.hand_ins()] == ["ann", "bob"]
    moved = own_grader("regrade", "out", "--jobs", "1")
    assert moved.returncode == 0, moved.stderr
    assert "1 grades of 1 candidates moved, 1 of them to another verdict." in moved.stdout
    assert "fail -> pass" in moved.stdout
    text = (tmp_path / "out/moves.md").read_text("utf-8")
    assert "bob" in text
    assert "`test_first_loss`" in text
    assert "ann" not in text
    verdicts = {row["candidate"]: row["verdict"] for row in cohort.grades(tmp_path / "out")}
    assert verdicts["bob"] == "pass"


@pytest.fixture
def graded(linear: Exercise, grade_source: Callable[..., Grade]) -> Grade:
    """A grade of the reference."""
    return grade_source(linear, linear.reference)


def test_the_time_that_a_check_took_is_no_move(graded: Grade) -> None:
    slower = tuple(msgspec.structs.replace(check, seconds=check.seconds + 1) for check in graded.checks)
    assert compare("ann", graded, msgspec.structs.replace(graded, checks=slower, seconds=9.0)) is None


def test_checks_that_came_and_went_are_named(graded: Grade) -> None:
    first, *rest = graded.checks
    other = msgspec.structs.replace(first, id="test_new", outcome="fail", points=0)
    move = compare("ann", graded, msgspec.structs.replace(graded, checks=(other, *rest), verdict="fail"))
    assert move is not None
    assert move.verdicts == ("pass", "fail")
    assert {(check.id, check.before, check.after) for check in move.checks} == {
        ("test_new", None, "fail"),
        (first.id, "pass", None),
    }


def test_what_a_candidate_wrote_is_no_markup() -> None:
    move = Move("a|b <i>", "linear", ("fail", "pass"), (50.0, 100.0), (MovedCheck("test_x", "X", "fail", "pass"),))
    text = moves_markdown([move])
    assert "<i>" not in text
    assert r"a\|b" in text
