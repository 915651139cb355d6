"""Grades the submissions under ``cases/``: right ones in many styles, wrong ones, and misbehaving ones.

A case is a folder with a submission and what is expected of it. Adding one is adding a folder.
"""

import time
import tomllib
from pathlib import Path
from typing import Any

import msgspec.structs
import pytest

from grader.catalog import find_exercise, load_catalog
from grader.errors import InputError
from grader.pipeline import grade
from grader.results import Exercise, Grade
from grader.sandbox.process import Zygote
from grader.static import examine
from grader.submission import read_submission

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path.parent for path in CASES.glob("*/*/expected.toml"))
RIGHT = [folder for folder in FOLDERS if folder.name.startswith(("right-", "hand-right-", "hand-accepted-"))]
SLUGS = [exercise.slug for exercise in load_catalog()]
CALL_SECONDS = 2.0


def name_of(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def expectation(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "expected.toml").read_text("utf-8"))


def exercise_of(folder: Path) -> Exercise:
    exercise = find_exercise(expectation(folder).get("exercise", folder.parent.name))
    # a misbehaving submission shows itself within a short deadline as well as within a long one
    seconds = CALL_SECONDS if folder.parent.name == "misbehaving" else exercise.limits.call_seconds
    return msgspec.structs.replace(exercise, limits=msgspec.structs.replace(exercise.limits, call_seconds=seconds))


def explain(result: Grade) -> str:
    return "\n".join(f"{c.outcome} {c.id}: {c.message} {c.evidence}" for c in result.checks if c.outcome != "pass")


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_case(folder: Path, zygote: Zygote) -> None:
    expected, exercise = expectation(folder), exercise_of(folder)
    path = folder / "submission.py"
    if expected["verdict"] == "refused":
        with pytest.raises(InputError):
            read_submission(exercise, path)
        return
    started = time.monotonic()
    result = grade(exercise, read_submission(exercise, path), seed=5, zygote=zygote)
    seconds = time.monotonic() - started
    assert result.verdict == expected["verdict"], f"{result.reason}\n{explain(result)}"
    assert not result.ungraded, explain(result)
    failed = {check.id for check in result.with_outcome("fail")}
    assert set(expected["must_fail"]) <= failed, explain(result)
    assert result.convention == expected.get("convention", result.convention)
    if folder.parent.name == "misbehaving":
        # two deadlines for the candidate, and a moment for the rest, also on a machine that does something else
        assert seconds < 2 * CALL_SECONDS + 6
    assert bool(result.reason) == (result.verdict == "invalid")


def test_every_wrong_case_names_the_checks_that_must_fail() -> None:
    for folder in FOLDERS:
        expected = expectation(folder)
        assert expected["why"], folder
        if expected["verdict"] == "fail" and folder.parent.name != "misbehaving":
            assert expected["must_fail"], folder


@pytest.mark.parametrize("slug", SLUGS)
def test_there_are_enough_cases(slug: str) -> None:
    own = [folder for folder in FOLDERS if folder.parent.name == slug]
    assert sum(folder in RIGHT for folder in own) >= 6
    assert sum(expectation(folder)["verdict"] == "fail" for folder in own) >= 12


@pytest.mark.slow
@pytest.mark.parametrize("slug", SLUGS)
def test_references_pass_every_check(slug: str, zygote: Zygote, seeds: range) -> None:
    exercise = find_exercise(slug)
    for seed in seeds:
        result = grade(exercise, examine(exercise, "reference.py", exercise.reference), seed=seed, zygote=zygote)
        assert result.verdict == "pass", f"seed {seed}\n{explain(result)}"
        # how fast the machine is just now is not the reference's fault
        assert {check.id for check in result.checks if check.outcome != "pass"} <= {"test_is_vectorised"}


@pytest.mark.slow
@pytest.mark.parametrize("folder", RIGHT, ids=name_of)
def test_right_answers_never_fail(folder: Path, zygote: Zygote, seeds: range) -> None:
    exercise = exercise_of(folder)
    submission = read_submission(exercise, folder / "submission.py")
    for seed in seeds:
        result = grade(exercise, submission, seed=seed, zygote=zygote)
        assert result.verdict == "pass", f"seed {seed}\n{explain(result)}"
