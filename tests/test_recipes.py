"""Runs the scripts of docs/recipes as GitHub and Gradescope run them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

ROOT = Path(__file__).parent.parent
RECIPES = ROOT / "docs/recipes"
WRONG = ROOT / "tests/cases/linear/loss-without-half/submission.py"
COMMANDS = Path(sys.executable).parent
"""Where ``grade`` is installed: both recipes install nothing where the command is there already."""


def run(command: list[str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    hidden = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    variables = {**hidden, "PATH": f"{COMMANDS}:{os.environ['PATH']}", **environment}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, env=variables)


# ------------------------------------------------------------------------------------------ GitHub


@pytest.fixture
def workflow() -> dict[Any, Any]:
    """The workflow as GitHub reads it."""
    return yaml.safe_load((RECIPES / "github-workflow.yml").read_text("utf-8"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with one exercise in it."""
    (tmp_path / "exercises").mkdir()
    shutil.copy(WRONG, tmp_path / "exercises/linear.py")
    return tmp_path


def run_steps(workflow: dict[Any, Any], checkout: Path, **settings: str) -> list[subprocess.CompletedProcess[str]]:
    """Run the steps that are scripts, one after the other until one fails, in the shell that GitHub takes."""
    places = {"GITHUB_WORKSPACE": str(checkout), "GITHUB_STEP_SUMMARY": str(checkout / "summary.md")}
    environment = {**workflow["env"], **places, "GITHUB_ACTIONS": "true", "CI": "true", **settings}
    results = []
    for step in workflow["jobs"]["grade"]["steps"]:
        if "run" in step:
            results.append(run(["bash", "-e", "-c", step["run"]], checkout, **environment))
            if results[-1].returncode:
                break
    return results


def test_workflow_is_one(workflow: dict[Any, Any]) -> None:
    # YAML 1.1 takes the word on for true
    assert set(workflow) == {"name", True, "permissions", "env", "jobs"}
    assert workflow["permissions"] == {"contents": "read"}
    steps = workflow["jobs"]["grade"]["steps"]
    assert all(("run" in step) != ("uses" in step) for step in steps)
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
        "actions/upload-artifact",
    ]


def test_workflow_grades_a_wrong_submission(workflow: dict[Any, Any], checkout: Path) -> None:
    installed, doctor, graded = run_steps(workflow, checkout)
    assert installed.stdout + installed.stderr == ""
    assert "isolation strong" in doctor.stdout
    assert graded.returncode == 1
    assert "::error file=exercises/linear.py,line=9," in graded.stdout
    assert "not yet, 93.3 %" in (checkout / "summary.md").read_text("utf-8")
    assert etree.parse(checkout / "grades/linear.xml").getroot()[0].get("failures") == "1"
    assert json.loads((checkout / "grades/linear.json").read_bytes())["isolation"]["level"] == "strong"
    assert "Not yet" in (checkout / "grades/linear.html").read_text("utf-8")


def test_workflow_passes_with_right_submissions(workflow: dict[Any, Any], checkout: Path) -> None:
    for name in ("linear", "normal_equation"):
        shutil.copy(ROOT / f"reference/{name}.py", checkout / "exercises")
    graded = run_steps(workflow, checkout, EXERCISES="linear normal-equation")[-1]
    assert graded.returncode == 0, graded.stdout + graded.stderr
    assert graded.stdout.count("::notice") == 2
    assert (checkout / "summary.md").read_text("utf-8").count("## ✓") == 2


def test_workflow_goes_on_after_a_missing_file_and_fails(workflow: dict[Any, Any], checkout: Path) -> None:
    shutil.copy(ROOT / "reference/linear.py", checkout / "exercises")
    graded = run_steps(workflow, checkout, EXERCISES="logistic linear", OPTIONS="--for-candidate")[-1]
    assert graded.returncode == 2
    assert "logistic.py" in graded.stderr
    assert "::notice" in graded.stdout
    assert "seed" not in (checkout / "summary.md").read_text("utf-8")


# -------------------------------------------------------------------------------------- Gradescope


@pytest.fixture
def autograder(tmp_path: Path) -> Path:
    """The folder as Gradescope lays it out, with nothing handed in yet."""
    for name in ("submission", "results", "source"):
        (tmp_path / name).mkdir()
    shutil.copy(RECIPES / "gradescope/run_autograder", tmp_path / "run_autograder")
    return tmp_path


def run_autograder(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run([str(root / "run_autograder")], root, AUTOGRADER_ROOT=str(root), **environment)


def results(root: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((root / "results/results.json").read_bytes())
    return record


def test_setup_installs_nothing_where_the_command_is_there(autograder: Path) -> None:
    done = run(["bash", str(RECIPES / "gradescope/setup.sh")], autograder, AUTOGRADER_ROOT=str(autograder))
    assert done.returncode == 0, done.stderr
    assert "isolation strong" in done.stdout
    assert not (autograder / "venv").exists()


def test_submission_is_graded(autograder: Path) -> None:
    shutil.copy(WRONG, autograder / "submission/linear.py")
    done = run_autograder(autograder)
    assert done.returncode == 0, done.stderr
    assert results(autograder)["score"] == 84
    assert results(autograder)["stdout_visibility"] == "hidden"
    assert "84 of 90 points" in done.stdout


def test_another_exercise(autograder: Path) -> None:
    shutil.copy(ROOT / "reference/normal_equation.py", autograder / "submission")
    assert run_autograder(autograder, EXERCISE="normal-equation").returncode == 0
    record = results(autograder)
    assert record["score"] == sum(test["max_score"] for test in record["tests"]) > 0


def test_student_reads_that_the_file_is_missing(autograder: Path) -> None:
    (autograder / "submission/homework.py").write_text("x = 1\n")
    done = run_autograder(autograder)
    assert done.returncode == 0, done.stderr
    record = results(autograder)
    assert record["score"] == 0
    assert record["output"].startswith(f"{autograder}/submission holds neither linear.py")


def test_nobody_gets_a_score_from_a_grader_that_fails(autograder: Path) -> None:
    # a result of an earlier run must not stay, either
    (autograder / "results/results.json").write_text("{}")
    shutil.copy(WRONG, autograder / "submission/linear.py")
    (autograder / "bin").mkdir()
    (autograder / "bin/grade").write_text(
        '#!/bin/sh\nfor last; do :; done\necho "{}" > "$last"\necho broken >&2\nexit 3\n'
    )
    (autograder / "bin/grade").chmod(0o755)
    done = run_autograder(autograder, PATH=f"{autograder}/bin:{os.environ['PATH']}")
    assert done.returncode == 3
    assert "broken" in done.stderr
    assert not (autograder / "results/results.json").exists()


@pytest.mark.slow
def test_setup_installs_the_wheel(autograder: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(autograder / "source"), str(ROOT)]
    assert run(command, autograder).returncode == 0
    without = ":".join(path for path in os.environ["PATH"].split(":") if not Path(path, "grade").exists())
    places = {"AUTOGRADER_ROOT": str(autograder), "PATH": without}
    done = run(["bash", str(RECIPES / "gradescope/setup.sh")], autograder, **places)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (autograder / "venv/bin/grade").exists()
    shutil.copy(ROOT / "reference/linear.py", autograder / "submission")
    assert run([str(autograder / "run_autograder")], autograder, **places).returncode == 0
    assert results(autograder)["score"] == 90
