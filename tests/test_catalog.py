"""The catalog, the stubs and the references agree with each other."""

import ast
import re
from pathlib import Path

import pytest

from grader.catalog import find_exercise, load_catalog
from grader.errors import InputError
from grader.results import Exercise
from grader.static import examine

ROOT = Path(__file__).parent.parent


def signatures(source: str, class_name: str) -> dict[str, str]:
    (found,) = [n for n in ast.parse(source).body if isinstance(n, ast.ClassDef) and n.name == class_name]
    return {n.name: ast.unparse(n.args) for n in found.body if isinstance(n, ast.FunctionDef)}


@pytest.mark.parametrize("exercise", load_catalog(), ids=lambda exercise: exercise.slug)
def test_pieces_agree(exercise: Exercise) -> None:
    stub, reference = (signatures(text, exercise.class_name) for text in (exercise.stub, exercise.reference))
    assert stub.items() <= reference.items()
    assert len(exercise.reference.splitlines()) <= 60
    assert exercise.hints
    assert len(exercise.follow_ups) >= 3
    assert exercise.looks_for
    assert exercise.minutes > 0
    assert not examine(exercise, "stub.py", exercise.stub).started
    assert examine(exercise, "reference.py", exercise.reference).started


@pytest.mark.parametrize(
    ("typed", "nearest"), [("lineer", "linear"), ("logistic_l2", "logistic-l2"), ("Linear", "linear")]
)
def test_unknown_name_is_answered_with_the_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(InputError, match=f"Did you mean {nearest}"):
        find_exercise(typed)


def test_no_engine_code_names_an_exercise() -> None:
    slugs = [exercise.slug for exercise in load_catalog() if exercise.slug != "linear"]
    pattern = re.compile(
        "|".join(rf"[\"'/]{re.escape(name)}[\"'/.]" for s in slugs for name in (s, s.replace("-", "_")))
    )
    for path in (ROOT / "grader").rglob("*.py"):
        if "suites" not in path.parts:
            assert not pattern.search(path.read_text("utf-8")), path
