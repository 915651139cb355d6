"""Turns the texts of a hand-in into submissions: which of them answers which exercise. Nothing is executed.

A candidate may have renamed a file, moved it, put several classes into one, or left the stub beside the answer. So
every text that can be the answer is looked at, and the likeliest is taken:

1. one with the exercise's class, in which at least one body is written,
2. one that Python cannot parse, with a line ``class <Name>`` or the name of the exercise's file,
3. one with the class as the stub has it,
4. one with no more than the name of the file: the grade then says which classes it has instead.

Among equals, ``exercises/<stem>.py`` comes before ``<stem>.py``, other names, and what lies deeper or is shorter. A
test is the answer only if nothing else can be.
"""

import ast
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec.structs

from grader.handins.members import PYTHON_SUFFIXES
from grader.results import Exercise, Finding, Returned, Submission
from grader.static import MAX_CHARACTERS, examine

MAX_LOOKED_AT = 20
"""Files that are parsed for an exercise, the likeliest first."""


class _Look(NamedTuple):
    """What a look at one text showed."""

    kind: int
    """1 to 4, as above."""
    path: str
    answer: Submission | str


def locate(exercises: Iterable[Exercise], returned: Returned) -> dict[str, Submission | str]:
    """Return, for the slug of each exercise, the submission among the texts, or a sentence why there is none.

    Where several files have an answer, the submission has a finding that names the others.
    """
    return {exercise.slug: returned.refused or _answer(exercise, returned.texts) for exercise in exercises}


def _answer(exercise: Exercise, texts: dict[str, str]) -> Submission | str:
    paths = [path for path, text in texts.items() if _is_named_so(exercise, path) or _class_line(exercise, text)]
    paths.sort(key=lambda path: (_is_test(path), _place(exercise, path), path.count("/"), -len(texts[path]), path))
    looks = [_look(exercise, path, texts[path]) for path in paths[:MAX_LOOKED_AT]]
    # sorting leaves equals in the order of their places
    ranked = sorted((look for look in looks if look), key=lambda look: (_is_test(look.path), look.kind))
    if not ranked:
        return f"No file defines {exercise.class_name}."
    best, *others = ranked
    if isinstance(best.answer, str):
        return best.answer
    rivals = [o.path for o in others if o.kind == 1 and not _is_test(o.path) and texts[o.path] != texts[best.path]]
    return _with_rivals(exercise, best.answer, rivals) if best.kind == 1 and rivals else best.answer


def _look(exercise: Exercise, path: str, text: str) -> _Look | None:
    if len(text) > MAX_CHARACTERS:
        size = f"{len(text) >> 10} KiB"
        return _Look(2, path, f"{path} has {size}, far more than any solution: look at it, and grade it by itself.")
    if not text.strip():
        return _Look(4, path, f"{path} is empty.")
    submission = examine(exercise, path, text)
    if submission.invalid and submission.invalid.kind == "size":
        return _Look(2, path, f"{path}: {submission.invalid.says}")
    if submission.invalid and submission.invalid.kind == "syntax":
        return _Look(2, path, submission)
    if _defines(text, exercise.class_name):
        return _Look(1 if submission.started else 3, path, submission)
    return _Look(4, path, submission) if _is_named_so(exercise, path) else None


def _with_rivals(exercise: Exercise, submission: Submission, rivals: list[str]) -> Submission:
    shown = ", ".join(rivals[:3]) + (f" and {len(rivals) - 3} more" if len(rivals) > 3 else "")
    says = f"{exercise.class_name} is also defined in {shown}. Graded was {submission.path}."
    finding = Finding("class", _class_line(exercise, submission.source), says)
    return msgspec.structs.replace(submission, findings=(*submission.findings, finding))


# ---------------------------------------------------------------------- names


def _is_named_so(exercise: Exercise, path: str) -> bool:
    name = path.rsplit("/", 1)[-1].lower()
    stem = name[: -max(len(suffix) for suffix in PYTHON_SUFFIXES if name.endswith(suffix))]
    # a browser calls the second download "linear (1).py"
    return re.sub(r" ?\(\d+\)$", "", stem).replace("-", "_") == exercise.stem


def _place(exercise: Exercise, path: str) -> int:
    if not _is_named_so(exercise, path):
        return 2
    return 0 if path.lower().split("/")[-2:-1] == ["exercises"] else 1


def _is_test(path: str) -> bool:
    *folders, name = path.lower().split("/")
    return not {"test", "tests"}.isdisjoint(folders) or re.match(r"test_|conftest\.|.*_test\.", name) is not None


# -------------------------------------------------------------------- classes


def _class_line(exercise: Exercise, text: str) -> int:
    """Return the number of the first line that looks like the start of the class, or 0. Cheap; parses nothing."""
    if exercise.class_name not in text:
        return 0
    found = re.search(rf"^[ \t]*class[ \t]+{exercise.class_name}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def _defines(source: str, class_name: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source)
    return any(isinstance(node, ast.ClassDef) and node.name == class_name for node in _module_level(tree))


def _module_level(tree: ast.Module) -> Iterator[ast.AST]:
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, ast.Module | ast.If | ast.Try | ast.ExceptHandler | ast.With):
            pending.extend(ast.iter_child_nodes(node))
