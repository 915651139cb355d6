"""Runs ``grade`` as people run it, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests/cases"
# the installed command does not have the current folder on its path; -P makes python behave the same
GRADE = [sys.executable, "-P", "-c", "from grader.cli import main; main()"]


def grade(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*GRADE, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=120, env={**os.environ, **environment}
    )


def test_list_names_the_exercises(tmp_path: Path) -> None:
    result = grade("list", cwd=tmp_path)
    assert result.returncode == 0
    assert [line.split()[0] for line in result.stdout.splitlines()[:4]] == [
        "linear",
        "logistic",
        "logistic-l2",
        "normal-equation",
    ]


def test_right_submission_passes(tmp_path: Path) -> None:
    result = grade("exercise", "linear", "--submission", ROOT / "reference/linear.py", "--seed", "7", cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Passed" in result.stdout
    assert "--seed 7" in result.stdout
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    page = (tmp_path / "reports/linear.html").read_text("utf-8")
    assert "<script" not in page
    assert "http://" not in page
    assert "https://" not in page


def test_wrong_submission_fails_with_json_on_standard_output(tmp_path: Path) -> None:
    wrong = CASES / "linear/loss-without-half/submission.py"
    result = grade("exercise", "linear", "--submission", wrong, "--no-report", "--json", "-", cwd=tmp_path)
    assert result.returncode == 1
    record = json.loads(result.stdout)
    assert set(record) == {
        *("schema", "exercise", "submission", "verdict", "score", "points", "seed", "seconds", "isolation"),
        *("convention", "diagnosis", "remarks", "checks", "static", "versions"),
    }
    assert record["verdict"] == "fail"
    assert record["schema"] == 1
    failed = [check for check in record["checks"] if check["outcome"] == "fail"]
    assert [check["id"] for check in failed] == ["test_first_loss"]
    assert set(failed[0]) == {"id", "title", "criterion", "weight", "outcome", "points", "message", "seconds"}
    assert "Not yet" in result.stderr
    assert not (tmp_path / "reports").exists()


def test_own_file_under_the_current_folder_is_graded(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/linear.py").write_text((ROOT / "reference/linear.py").read_text())
    result = grade("exercise", "linear", "--no-report", cwd=tmp_path)
    assert result.returncode == 0
    assert "exercises/linear.py" in result.stdout


def test_empty_folder_grades_the_installed_stub_and_says_so(tmp_path: Path) -> None:
    result = grade("exercise", "linear", cwd=tmp_path)
    assert result.returncode == 1
    assert "Not started" in result.stdout
    assert "no exercises/linear.py here" in result.stderr
    assert "✗" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["exercise", "lineer"], "Did you mean linear?"),
        (["exercise", "linear", "--submission", "nowhere.py"], "does not exist"),
        (["exercise", "linear", "--submission", "folder"], "holds neither"),
        (["exercise", "linear", "--submission", "binary.py"], "binary file"),
        (["exercise", "linear", "--submission", "latin.py"], "UTF-8"),
        (["exercise", "linear", "--submission", "empty.py"], "is empty"),
        (["exercise", "linear", "--submission", "large.py"], "larger than 1 MiB"),
        (["exercise", "linear", "--submission", "link.py"], "symbolic link"),
        (["exercise", "linear", "--submission", "pipe"], "not a regular file"),
        (["exercise", "linear", "--report", "folder"], "is a folder"),
        (["exercise", "linear", "--report", "empty.py/page.html"], "cannot be written"),
        (["exercise", "linear", "--json", "empty.py/grade.json"], "cannot be written"),
        (["exercise", "linear", "--report", "page.html", "--no-report"], "--no-report"),
        (["exercise", "linear", "--seed", "-1"], "--seed"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.py").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "latin.py").write_bytes("# é".encode("latin-1"))
    (tmp_path / "empty.py").write_text("\n")
    (tmp_path / "large.py").write_bytes(b"#" * 10_000_000)
    (tmp_path / "link.py").symlink_to(ROOT / "reference/linear.py")
    os.mkfifo(tmp_path / "pipe")
    result = grade(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert says in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_files_beside_the_submission_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    for folder in (tmp_path, tmp_path / "exercises"):
        (folder / "conftest.py").write_text("raise SystemExit(0)\n")
        (folder / "numpy.py").write_text("raise SystemExit(0)\n")
        (folder / "sitecustomize.py").write_text("raise SystemExit(0)\n")
        (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    wrong = (CASES / "linear/loss-without-half/submission.py").read_text()
    (tmp_path / "exercises/linear.py").write_text(wrong)
    result = grade("exercise", "linear", "--no-report", cwd=tmp_path, PYTEST_ADDOPTS="--collect-only")
    assert result.returncode == 1
    assert "Not yet" in result.stdout


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", *GRADE[1:], "--help"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0
    imported = {line.rsplit("|", 1)[-1].strip() for line in result.stderr.splitlines()}
    assert imported.isdisjoint({"numpy", "pytest", "jinja2", "rich", "msgspec"})
