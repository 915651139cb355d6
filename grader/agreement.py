"""Turns the pieces of an exercise into the points in which they disagree: what can be seen without running any of them.

The pieces are the catalog entry, the stub, the reference, the suite and the misconception file.
"""

import ast
import importlib
from collections.abc import Iterator
from types import ModuleType

from grader.checks import Check
from grader.diagnosis.answers import answer_edited
from grader.diagnosis.probe import Answers, agree
from grader.misconceptions import Convention, Misconception, edit_source, load_entries
from grader.results import Exercise

REFERENCE_LINES = 60


def disagreements(exercise: Exercise) -> Iterator[str]:
    """Yield what has to be put right, a sentence each."""
    yield from _catalog(exercise)
    yield from _signatures(exercise)
    yield from _suite(exercise)
    yield from _texts(exercise)
    yield from _edits(exercise)
    yield from _twins(exercise)


def load_suite(exercise: Exercise) -> ModuleType:
    """Return the module of an exercise's suite."""
    return importlib.import_module(f"grader.suites.{exercise.suite.stem}")


def checks_of(exercise: Exercise) -> dict[str, Check]:
    """Return the checks of an exercise's suite by their names, in their order."""
    tests = {name: test for name, test in vars(load_suite(exercise)).items() if name.startswith("test_")}
    return {name: test.check for name, test in tests.items() if isinstance(getattr(test, "check", None), Check)}


# ----------------------------------------------------------------- what is asked


def _catalog(exercise: Exercise) -> Iterator[str]:
    if len(exercise.hints) < 2:
        yield "the catalog has fewer than two hints"
    if not exercise.follow_ups:
        yield "the catalog has no follow-up question"
    if not exercise.looks_for:
        yield "the catalog does not say what the interviewer looks for"


def _signatures(exercise: Exercise) -> Iterator[str]:
    stub, reference = (_methods(source, exercise.class_name) for source in (exercise.stub, exercise.reference))
    if reference is None:
        yield f"the reference has no class {exercise.class_name}"
        return
    for name, method in (stub or {}).items():
        if name not in reference:
            yield f"the stub has a method {name}, the reference has none"
        elif ast.dump(method.args) != ast.dump(reference[name].args):
            both = ast.unparse(method.args), ast.unparse(reference[name].args)
            yield f"the signatures of {name} differ: {both[0]} in the stub, {both[1]} in the reference"
        if not name.startswith("__") and not ast.get_docstring(method):
            yield f"the stub does not say what {name} is to do: it has no docstring"
    for name in reference:
        if name not in (stub or {}) and not name.startswith("_"):
            yield f"the reference has a method {name}, the stub has none"
    if (length := len(exercise.reference.splitlines())) > REFERENCE_LINES:
        yield f"the reference has {length} lines; whoever reads it should take it in at a glance, in {REFERENCE_LINES}"


def _methods(source: str, class_name: str) -> dict[str, ast.FunctionDef] | None:
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and node.name == class_name:
            return {method.name: method for method in node.body if isinstance(method, ast.FunctionDef)}
    return None


# --------------------------------------------------------------- what is checked


def _suite(exercise: Exercise) -> Iterator[str]:
    suite, checks = load_suite(exercise), checks_of(exercise)
    for name in (name for name in vars(suite) if name.startswith("test_")):
        if name not in checks:
            yield f"{name} is no @check"
        elif not vars(suite)[name].__doc__:
            yield f"the check {name} has no docstring, which is what the candidate reads"
    for place, (name, check) in enumerate(checks.items()):
        if not check.hint:
            yield f"the check {name} has no hint"
        for other in check.after:
            if other not in list(checks)[:place]:
                yield f"the check {name} comes after {other}, which no earlier check is called"
    if not hasattr(suite, "probes"):
        yield "the suite has no probes() for the diagnosis"


# -------------------------------------------------------------- what is diagnosed


def _texts(exercise: Exercise) -> Iterator[str]:
    entries = load_entries(exercise.stem)
    for entry in entries.misconceptions:
        if not entry.says.endswith((".", ".)")) or not all(hint.strip() for hint in entry.hints):
            yield f"misconception {entry.id}: a sentence or a hint is missing"
        if entry.hints[0] == entry.hints[1]:
            yield f"misconception {entry.id}: both hints are the same"
    for convention in entries.conventions:
        if not convention.says.endswith(".") or not convention.remark.endswith("."):
            yield f"convention {convention.id}: a sentence is missing"


def _edits(exercise: Exercise) -> Iterator[str]:
    entries = load_entries(exercise.stem)
    for kind, group in (("misconception", entries.misconceptions), ("convention", entries.conventions)):
        for entry in group:
            edited = edit_source(exercise.reference, entry.edits)
            if edited is None:
                yield f"{kind} {entry.id}: an edit does not find its place exactly once"
            elif answer_edited(exercise, entry.edits) is None:
                yield f"{kind} {entry.id}: the edited reference is no Python"
    for family in entries.families:
        if edit_source(exercise.reference, family.with_number(2.0)) is None:
            yield f"family {family.id}: an edit does not find its place exactly once"


def _twins(exercise: Exercise) -> Iterator[str]:
    """Yield the entries that the questions cannot tell apart: one of them is superfluous, or a question is missing."""
    if not hasattr(load_suite(exercise), "probes"):
        return
    entries = load_entries(exercise.stem)
    group: list[Misconception | Convention] = [*entries.misconceptions, *(c for c in entries.conventions if c.shows)]
    answered = [(entry, both) for entry in group if (both := answer_edited(exercise, entry.edits)) is not None]
    for place, (entry, own) in enumerate(answered):
        for other, others in answered[:place]:
            if all(_alike(*pair) for pair in zip(own, others, strict=True)):
                yield f"{entry.id} and {other.id} give the same answers to every question"
    plain = answer_edited(exercise, ())
    for entry, own in answered:
        if plain is not None and _alike(own[0], plain[0]):
            yield f"{entry.id} gives the same answers as the reference to the first questions"


def _alike(one: Answers, other: Answers) -> bool:
    return all(agree(one[question], other[question], question) for question in one.probe.questions)
