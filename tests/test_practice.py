"""Runs ``grade exercise`` with the outputs for other services."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parent.parent
WRONG = ROOT / "tests/cases/linear/loss-without-half/submission.py"
GRADE = [sys.executable, "-P", "-c", "from grader.cli import main; main()", "exercise", "linear"]

# every way in which GitHub's runner would take a line for a command
LOUD = "\\n::set-output name=x::y\\n  ::error::x\\n##[add-mask]x\\r::warning::z"


def grade(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    hidden = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    command = [*GRADE, *map(str, arguments)]
    # as bytes: a carriage return alone is to stay what it is
    result = subprocess.run(command, cwd=cwd, capture_output=True, timeout=120, env={**hidden, **environment})
    return subprocess.CompletedProcess(command, result.returncode, result.stdout.decode(), result.stderr.decode())


def test_one_run_writes_every_form(tmp_path: Path) -> None:
    places = ("--junit", "ci/junit.xml", "--gradescope", "ci/results.json", "--json", "ci/grade.json")
    result = grade("--submission", WRONG, "--seed", "42", *places, cwd=tmp_path)
    assert result.returncode == 1
    record = json.loads((tmp_path / "ci/grade.json").read_bytes())
    suite = etree.parse(tmp_path / "ci/junit.xml").getroot()[0]
    assert (suite.get("failures"), suite.get("skipped"), suite.get("tests")) == ("1", "1", str(len(record["checks"])))
    assert suite.get("timestamp")
    gradescope = json.loads((tmp_path / "ci/results.json").read_bytes())
    assert gradescope["score"] == record["points"]
    assert "::" not in result.stdout


def test_github_gets_annotations_and_a_summary(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/linear.py").write_text(WRONG.read_text("utf-8"), "utf-8")
    (tmp_path / "summary.md").write_text("before\n")
    places = {"GITHUB_WORKSPACE": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    result = grade("--github", "--no-report", cwd=tmp_path, **places)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("::stop-commands::")
    resumed = lines.index(f"::{lines[0].removeprefix('::stop-commands::')}::")
    assert "Not yet" in "\n".join(lines[:resumed])
    assert lines[resumed + 1].startswith(
        "::error file=exercises/linear.py,line=9,title=Linear regression%3A the mistake"
    )
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("before\n## ✗ Linear regression: not yet")


def test_github_without_a_summary_prints_all_the_same(tmp_path: Path) -> None:
    result = grade("--github", "--no-report", "--submission", ROOT / "reference/linear.py", cwd=tmp_path)
    assert result.returncode == 0
    assert "::notice" in result.stdout


def test_a_submission_gives_the_runner_no_commands(tmp_path: Path) -> None:
    source = (ROOT / "reference/linear.py").read_text("utf-8")
    loud = source.replace("residual = np.sum(", f"print('{LOUD}')\n        raise ValueError('{LOUD}')\n        x = (")
    (tmp_path / "linear.py").write_text(loud, "utf-8")
    result = grade("--github", "--no-report", "--submission", "linear.py", cwd=tmp_path)
    assert result.returncode == 1
    said, _, after = result.stdout.partition("::stop-commands::")
    token = after.partition("\n")[0]
    stopped, _, commands = after.partition(f"\n::{token}::\n")
    assert said == ""
    assert result.stderr == ""
    assert "::set-output" in stopped
    assert token not in stopped.partition("\n")[2]
    assert {line.partition(" ")[0] for line in commands.splitlines()} <= {"::error", "::warning"}
    assert "\r" not in commands


def test_github_and_json_cannot_share_standard_output(tmp_path: Path) -> None:
    result = grade("--github", "--json", "-", cwd=tmp_path)
    assert result.returncode == 2
    assert "--github needs standard output for itself: give --json a file" in result.stderr


@pytest.mark.parametrize("option", ["--junit", "--gradescope"])
def test_a_place_that_cannot_be_written_is_said_before_any_work(tmp_path: Path, option: str) -> None:
    (tmp_path / "file").write_text("")
    result = grade(option, "file/x", cwd=tmp_path)
    assert result.returncode == 2
    assert "cannot be written" in result.stderr
    assert result.stdout == ""


def test_a_summary_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = grade("--github", "--no-report", cwd=tmp_path, GITHUB_STEP_SUMMARY="file/x")
    assert result.returncode == 2
    assert "file/x cannot be written" in result.stderr


def test_the_version_for_the_candidate_is_everywhere(tmp_path: Path) -> None:
    places = ("--json", "grade.json", "--junit", "junit.xml", "--report", "page.html", "--github")
    result = grade("--submission", WRONG, "--seed", "123457", "--for-candidate", *places, cwd=tmp_path)
    assert result.returncode == 1
    written = [path.read_text("utf-8") for path in tmp_path.iterdir()]
    assert len(written) == 3
    for text in (result.stdout, result.stderr, *written):
        assert "123457" not in text
        assert "test_first_loss" not in text
        assert "loss-without-half" not in text
    assert "mean squared error, twice the loss" in " ".join(result.stdout.split())
