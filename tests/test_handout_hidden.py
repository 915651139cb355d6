"""Proves by content that a handout holds nothing of what is hidden from a candidate."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import load_catalog
from grader.handout import write_handout

ROOT = Path(__file__).parent.parent
EXERCISES = load_catalog()


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, errors="replace").stdout


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handout with every exercise. Not to be written to."""
    folder = tmp_path_factory.mktemp("handout") / "complete"
    write_handout(EXERCISES, folder, company="ACME")
    return folder


def lines(text: str) -> Iterator[str]:
    """The lines that say something, each with single spaces."""
    for line in text.splitlines():
        plain = " ".join(line.split())
        if len(plain) >= 25 and len(re.findall(r"\w", plain)) >= 12:
            yield plain


def strings(data: Any) -> Iterator[str]:
    """Every string anywhere in ``data``."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from strings(part)


@cache
def hidden() -> dict[str, set[str]]:
    """What a candidate must not see, line by line, by where it comes from."""
    # the signatures and docstrings, which a reference or an edit of it may repeat
    contract = {line for exercise in EXERCISES for line in lines(exercise.stub)}
    found: dict[str, set[str]] = {}
    for path in (ROOT / "grader/suites").glob("*.py"):
        found[f"suites/{path.name}"] = set(lines(path.read_text("utf-8")))
    for path in (ROOT / "grader/misconceptions").glob("*.toml"):
        text = path.read_text("utf-8")
        found[path.name] = {*lines(text), *(line for s in strings(tomllib.loads(text)) for line in lines(s))} - contract
    for exercise in EXERCISES:
        found[f"reference/{exercise.stem}.py"] = set(lines(exercise.reference)) - contract
        said = [exercise.first_step, *exercise.looks_for, *exercise.hints, *(s.remark for s in exercise.shortcuts)]
        said += [text for follow_up in exercise.follow_ups for text in (follow_up.question, follow_up.answer)]
        found[f"catalog of {exercise.slug}"] = {line for text in said for line in lines(text)}
    return found


def everything(folder: Path) -> str:
    """All that can be read out of a handout: its files, git's own, and every object in git's store."""
    texts = [path.read_bytes().decode("utf-8", "replace") for path in folder.rglob("*") if path.is_file()]
    return " ".join("\n".join([*texts, git(folder, "cat-file", "--batch-all-objects", "--batch")]).split())


def given_away(folder: Path) -> list[str]:
    text = everything(folder)
    return [f"{origin}: {line}" for origin, held in hidden().items() for line in sorted(held) if line in text]


def test_nothing_hidden_is_given_away(complete: Path) -> None:
    assert all(hidden().values())
    assert given_away(complete) == []


@pytest.mark.parametrize("origin", sorted(hidden()))
def test_a_hidden_line_would_be_found(complete: Path, tmp_path: Path, origin: str) -> None:
    planted = sorted(hidden()[origin])[0]
    folder = Path(shutil.copytree(complete, tmp_path / "copy"))
    readme = folder / "README.md"
    first, _, rest = readme.read_text("utf-8").partition("\n\n")
    readme.write_text(f"{first}\n\n{planted.replace(' ', '  ' + chr(10), 1)}\n\n{rest}", "utf-8")
    assert f"{origin}: {planted}" in given_away(folder)


def test_a_hidden_line_would_be_found_in_the_history_alone(complete: Path, tmp_path: Path) -> None:
    origin, held = next(iter(hidden().items()))
    folder = Path(shutil.copytree(complete, tmp_path / "copy"))
    (folder / "suite.py").write_text(min(held))
    git(folder, "add", "suite.py")
    git(folder, "rm", "-q", "-f", "suite.py")
    assert not (folder / "suite.py").exists()
    assert given_away(folder) == [f"{origin}: {min(held)}"]
