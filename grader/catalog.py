"""Turns ``exercises/catalog.toml`` and the files beside it into exercises."""

import ast
import difflib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from grader.errors import CatalogError, InputError
from grader.results import Exercise, FollowUp, Limits, Shortcut


def content_folder(name: str) -> Path:
    """Return the folder ``exercises``, ``reference`` or ``templates``.

    In an installed wheel it lies in the package, in a checkout beside it.
    """
    package = Path(__file__).parent
    return next((f for f in (package / name, package.parent / name) if f.is_dir()), package / name)


def find_exercise(slug: str) -> Exercise:
    """Return the exercise called ``slug``; raise ``InputError``, with the nearest name, if there is none."""
    exercises = {exercise.slug: exercise for exercise in load_catalog()}
    if slug in exercises:
        return exercises[slug]
    wanted = slug.lower().replace("_", "-").removesuffix(".py")
    near = difflib.get_close_matches(wanted, exercises, n=1, cutoff=0.4)
    suggestion = f"Did you mean {near[0]}? " if near else ""
    raise InputError(f"there is no exercise {slug!r}. {suggestion}The exercises are {', '.join(exercises)}.")


@cache
def load_catalog() -> tuple[Exercise, ...]:
    """Return all exercises, in teaching order. Raises ``CatalogError`` if a piece is missing or malformed."""
    path = content_folder("exercises") / "catalog.toml"
    try:
        catalog = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _Catalog)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogError(f"{path}: {error}") from error
    return tuple(_assemble(entry, catalog.limits) for entry in catalog.exercise)


class _Entry(Struct, forbid_unknown_fields=True):
    slug: str
    title: str
    class_name: str = field(name="class")
    minutes: int
    question: str
    first_step: str
    looks_for: tuple[str, ...]
    hints: tuple[str, ...]
    follow_up: tuple[FollowUp, ...]
    shortcut: tuple[Shortcut, ...] = ()


class _Catalog(Struct, forbid_unknown_fields=True):
    limits: Limits
    exercise: tuple[_Entry, ...]


def _assemble(entry: _Entry, limits: Limits) -> Exercise:
    stem = entry.slug.replace("-", "_")
    stub = _read(content_folder("exercises") / f"{stem}.py")
    return Exercise(
        slug=entry.slug,
        stem=stem,
        title=entry.title,
        class_name=entry.class_name,
        methods=_methods(stub, entry.class_name),
        minutes=entry.minutes,
        question=entry.question,
        first_step=entry.first_step,
        looks_for=entry.looks_for,
        hints=entry.hints,
        shortcuts=entry.shortcut,
        follow_ups=entry.follow_up,
        limits=limits,
        stub=stub,
        reference=_read(content_folder("reference") / f"{stem}.py"),
        suite=Path(__file__).parent / "suites" / f"test_{stem}.py",
    )


def _methods(stub: str, class_name: str) -> tuple[str, ...]:
    for node in ast.parse(stub).body:
        if isinstance(node, ast.ClassDef) and node.name == class_name:
            return tuple(n.name for n in node.body if isinstance(n, ast.FunctionDef) and n.name != "__init__")
    raise CatalogError(f"the stub defines no class {class_name}")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise CatalogError(f"{path}: {error.strerror}") from error


def load_class(exercise: Exercise, source: str) -> Any:
    """Return the class that a full solution defines, for the judge to use as an oracle. Never a submission's."""
    namespace: dict[str, Any] = {"__name__": f"reference_{exercise.stem}"}
    exec(compile(source, f"reference/{exercise.stem}.py", "exec"), namespace)
    return namespace[exercise.class_name]
