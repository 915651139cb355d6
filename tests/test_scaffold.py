"""Writes exercises into copies of the checkout, and has the grader there audit, grade and hand them out."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.catalog import load_catalog
from grader.scaffold import todos

ROOT = Path(__file__).parent.parent
PARTS = ("grader", "exercises", "reference", "templates")
GRADE = "from grader.cli import main; main()"
PIECES = {
    "exercises/harmonic_mean.py",
    "reference/harmonic_mean.py",
    "grader/suites/test_harmonic_mean.py",
    "grader/misconceptions/harmonic_mean.toml",
}

Grade = Callable[..., subprocess.CompletedProcess[str]]


def copy_to(folder: Path) -> Path:
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run_in(checkout: Path, *arguments: str | Path, program: str = GRADE) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-c", program, *map(str, arguments)]
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, timeout=120)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout to which an exercise has been added."""
    folder = copy_to(tmp_path_factory.mktemp("checkout"))
    before = contents(folder)
    made = run_in(folder, "new", "harmonic-mean")
    assert made.returncode == 0, made.stderr
    assert "grade audit harmonic-mean" in made.stdout
    assert "grade exercise harmonic-mean --submission reference/harmonic_mean.py" in made.stdout
    after = contents(folder)
    assert after.keys() - before.keys() == PIECES
    assert all(name in made.stdout for name in PIECES)
    assert {name for name in before if before[name] != after[name]} == {"exercises/catalog.toml"}
    assert after["exercises/catalog.toml"].startswith(before["exercises/catalog.toml"])
    return folder


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout in which nothing is to change."""
    return copy_to(tmp_path_factory.mktemp("untouched"))


def test_new_exercise_is_in_order_up_to_its_todos(checkout: Path, tmp_path: Path) -> None:
    audited = run_in(checkout, "audit", "harmonic-mean", "--seeds", "3")
    assert audited.returncode == 0, audited.stdout + audited.stderr
    assert "harmonic-mean: in order" in audited.stdout
    assert "caught 6 of 6, tried with 4 seeds; called by their names 6" in audited.stdout
    assert "(100.0 %)" in audited.stdout
    assert "problem" not in audited.stdout
    (note,) = [line for line in audited.stdout.splitlines() if "TODO" in line]
    assert note.startswith("  note: ")
    assert all(f" in {name}" in note for name in (*PIECES, "exercises/catalog.toml"))

    shutil.copytree(checkout, tmp_path / "done")
    for name in (*PIECES, "exercises/catalog.toml"):
        path = tmp_path / "done" / name
        path.write_text(path.read_text("utf-8").replace("TODO: ", ""), "utf-8")
    stub = tmp_path / "done/exercises/harmonic_mean.py"
    stub.write_text(stub.read_text("utf-8") + "# TODO\n", "utf-8")
    audited = run_in(tmp_path / "done", "audit", "harmonic-mean", "--seeds", "1")
    assert audited.returncode == 0, audited.stdout + audited.stderr
    assert "note: 1 TODO is left: 1 in exercises/harmonic_mean.py\n" in audited.stdout


def test_audit_still_finds_what_is_wrong_with_it(checkout: Path, tmp_path: Path) -> None:
    shutil.copytree(checkout, tmp_path / "wrong")
    suite = tmp_path / "wrong/grader/suites/test_harmonic_mean.py"
    text = suite.read_text("utf-8")
    start, end = text.index('@check("state and side effects"'), text.index("test_inputs_are_not_modified =")
    suite.write_text(text[:start] + text[end:], "utf-8")
    audited = run_in(tmp_path / "wrong", "audit", "harmonic-mean", "--seeds", "1")
    assert audited.returncode == 1
    assert "problem: misconception earlier-targets-kept passes" in audited.stdout


def test_finished_exercises_have_no_todos() -> None:
    assert [sentence for exercise in load_catalog() for sentence in todos(exercise)] == []


def test_reference_passes_and_stub_is_not_started(checkout: Path) -> None:
    options = ("--submission", "reference/harmonic_mean.py", "--no-report")
    right = run_in(checkout, "exercise", "harmonic-mean", *options)
    assert right.returncode == 0, right.stdout + right.stderr
    assert "100 %" in right.stdout
    stub = run_in(checkout, "exercise", "harmonic-mean", "--no-report")
    assert stub.returncode == 1
    assert "Not started" in stub.stdout


def test_mistake_and_convention_are_named(checkout: Path, tmp_path: Path) -> None:
    reference = (checkout / "reference/harmonic_mean.py").read_text("utf-8")
    for call, status, mistakes, convention in (
        ("np.sum(y) + 0", 1, ["sum-instead-of-mean"], ""),
        ("np.average(y)", 0, [], "taken-by-average"),
    ):
        submission = tmp_path / "submission.py"
        submission.write_text(reference.replace("np.mean(y)", call), "utf-8")
        options = ("--submission", submission, "--no-report", "--json", "-")
        graded = run_in(checkout, "exercise", "harmonic-mean", *options)
        assert graded.returncode == status, graded.stderr
        record = json.loads(graded.stdout)
        assert [diagnosis["id"] for diagnosis in record["diagnosis"]] == mistakes
        assert record["convention"] == convention


def test_listed_and_handed_out(checkout: Path, tmp_path: Path) -> None:
    listed = run_in(checkout, "list").stdout.splitlines()
    assert any(line.split() == ["harmonic-mean", "Harmonic", "mean", "10", "min"] for line in listed)
    made = run_in(checkout, "handout", "harmonic-mean", "--to", tmp_path / "out")
    assert made.returncode == 0, made.stderr
    assert "class HarmonicMean:" in (tmp_path / "out/exercises/harmonic_mean.py").read_text("utf-8")


def test_what_is_written_pleases_the_linters(checkout: Path) -> None:
    written = [checkout / name for name in PIECES if name.endswith(".py")]
    shutil.copy(ROOT / "pyproject.toml", checkout)
    for check in (("check", "--no-cache"), ("format", "--check", "--no-cache")):
        command = [sys.executable, "-m", "ruff", *check, *written]
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr


def test_title_and_class_are_as_said(tmp_path: Path) -> None:
    copy_to(tmp_path)
    made = run_in(tmp_path, "new", "r2", "--title", "R² & <b>: 'how good?' {{ 1 }}", "--class", "HowGood")
    assert made.returncode == 0, made.stderr
    entry = tomllib.loads((tmp_path / "exercises/catalog.toml").read_text("utf-8"))["exercise"][-1]
    assert (entry["slug"], entry["title"]) == ("r2", "R² & <b>: 'how good?' {{ 1 }}")
    assert entry["class"] == "HowGood"
    graded = run_in(tmp_path, "exercise", "r2", "--submission", "reference/r2.py", "--report", "page.html")
    assert graded.returncode == 0, graded.stdout + graded.stderr
    assert "<b>: " not in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Ridge"], "'Ridge' cannot be the name of an exercise: take at most 40 lower-case letters"),
        (["ridge_regression"], "single hyphens"),
        (["2-means"], "a letter first"),
        (["../ridge"], "cannot be the name of an exercise"),
        (["ridge\n"], "cannot be the name of an exercise"),
        (["a" * 41], "at most 40"),
        (["lambda"], "'lambda' cannot be the name of an exercise: it is a word of Python's own"),
        (["linear"], "there is an exercise 'linear' already"),
        # a name under which mistakes are kept that several exercises share
        (["descent"], "there is a file grader/misconceptions/descent.toml already"),
        (["none"], "'None' cannot be the name of the class: say another with --class"),
        (["ridge", "--class", "ridge"], "with a capital first"),
        (["ridge", "--class", "R" * 41], "at most 40"),
        (["ridge", "--title", 'the "ridge"'], "without double quotes"),
        (["ridge", "--title", "two\nlines"], "on one line"),
        (["ridge", "--title", "t" * 49], "at most 48 characters"),
        (["ridge", "--title", " "], "cannot be the title"),
    ],
)
def test_names_that_cannot_be_used(untouched: Path, arguments: list[str], says: str) -> None:
    before = contents(untouched)
    refused = run_in(untouched, "new", *arguments)
    assert refused.returncode == 2
    assert says in refused.stderr
    assert refused.stdout == ""
    assert "Traceback" not in refused.stderr
    assert contents(untouched) == before


def test_same_name_again(checkout: Path, tmp_path: Path) -> None:
    shutil.copytree(checkout, tmp_path / "again")
    before = contents(tmp_path / "again")
    refused = run_in(tmp_path / "again", "new", "harmonic-mean")
    assert refused.returncode == 2
    assert "there is an exercise 'harmonic-mean' already" in refused.stderr
    assert contents(tmp_path / "again") == before


def test_full_disk_leaves_nothing_behind(untouched: Path) -> None:
    before = contents(untouched)
    # the new files are small; it is the catalog that may not grow by more than a line
    limit = len(before["exercises/catalog.toml"]) + 80
    program = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); {GRADE}"
    failed = run_in(untouched, "new", "ridge", program=program)
    assert failed.returncode == 2, failed.stderr
    assert f"{untouched} cannot be written: File too large. Nothing has changed." in failed.stderr
    assert contents(untouched) == before


def test_installed_package_is_no_place_for_it(tmp_path: Path) -> None:
    copy_to(tmp_path)
    for part in PARTS[1:]:  # as they lie in a wheel
        shutil.move(tmp_path / part, tmp_path / "grader" / part)
    before = contents(tmp_path)
    refused = run_in(tmp_path, "new", "ridge")
    assert refused.returncode == 2
    assert "a new exercise belongs into a checkout of its source" in refused.stderr
    assert contents(tmp_path) == before
