"""The example tests in a handout are fair: they pass whatever is right, and fail the stub with a reason."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec.structs
import pytest

from grader.catalog import load_catalog
from grader.handout import write_handout
from grader.results import Exercise

CASES = Path(__file__).parent / "cases"
EXERCISES = load_catalog()
RIGHT = [
    (exercise, folder)
    for exercise in EXERCISES
    for folder in sorted((CASES / exercise.slug).iterdir())
    if folder.name.startswith(("right-", "hand-right-", "hand-accepted-"))
]


def run_tests(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of a handout as a candidate does: no plugin, nothing of ours in the environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON"))}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    command = [sys.executable, "-B", "-m", "pytest", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def hand_out(exercise: Exercise, folder: Path, answer: str) -> Path:
    write_handout((exercise,), folder)
    (folder / f"exercises/{exercise.stem}.py").write_text(answer, "utf-8")
    return folder


def by_slug(exercise: Exercise) -> str:
    return exercise.slug


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_slug)
def test_reference_passes_the_visible_tests(exercise: Exercise, tmp_path: Path) -> None:
    result = run_tests(hand_out(exercise, tmp_path / "new", exercise.reference))
    assert result.returncode == 0, result.stdout
    assert "warning" not in result.stdout


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_slug)
def test_stub_fails_every_visible_test_and_says_why(exercise: Exercise, tmp_path: Path) -> None:
    write_handout((exercise,), tmp_path / "new")
    result = run_tests(tmp_path / "new")
    assert result.returncode == 1, result.stdout
    summary = result.stdout.splitlines()[-1]
    (failed,) = re.findall(r"=+ (\d+) failed in ", summary)
    assert len(re.findall("^E +NotImplementedError$", result.stdout, re.MULTILINE)) == int(failed) >= 3
    assert f"exercises/{exercise.stem}.py" in result.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("exercise", "case"), RIGHT, ids=lambda part: getattr(part, "slug", None) or part.name)
def test_every_right_answer_passes_the_visible_tests(exercise: Exercise, case: Path, tmp_path: Path) -> None:
    answer = (case / "submission.py").read_bytes()
    folder = hand_out(exercise, tmp_path / "new", "")
    (folder / f"exercises/{exercise.stem}.py").write_bytes(answer)
    result = run_tests(folder)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("exercise", EXERCISES, ids=by_slug)
def test_visible_tests_need_only_numpy_and_pytest(exercise: Exercise, tmp_path: Path) -> None:
    write_handout((exercise,), tmp_path / "new")
    tree = ast.parse((tmp_path / "new" / f"tests/test_{exercise.stem}.py").read_text("utf-8"))
    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    imported |= {str(n.module) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert imported == {"numpy", "pytest", f"exercises.{exercise.stem}"}


def test_exercise_without_tests_of_its_own_gets_one_for_its_names(linear: Exercise, tmp_path: Path) -> None:
    newcomer = msgspec.structs.replace(linear, slug="new-comer", stem="new_comer")
    result = run_tests(hand_out(newcomer, tmp_path / "right", linear.reference))
    assert result.returncode == 0, result.stdout
    assert "3 passed" in result.stdout
    result = run_tests(hand_out(newcomer, tmp_path / "wrong", linear.reference.replace("def score", "def r2")))
    assert result.returncode == 1
    assert "test_method_is_there[score]" in result.stdout
    assert "1 failed, 2 passed" in result.stdout
