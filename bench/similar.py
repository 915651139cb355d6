"""Counts how alike independent solutions are, and measures how long comparing many answers takes.

``python -m bench.similar`` writes ``grader/similar/chance.json``; ``python -m bench.similar 1000 10000`` compares so
many made-up answers to the first exercise.
"""

import ast
import builtins
import copy
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import msgspec

from grader.catalog import load_catalog
from grader.cohort.store import Answer, Store, Stored
from grader.results import Exercise
from grader.similar import chance, compare
from grader.similar.chance import Record, histogram
from grader.similar.outlines import Comparer

CASES = Path(__file__).parent.parent / "tests" / "cases"


def solutions(slug: str) -> dict[str, str]:
    """Return the test cases of an exercise that are Python, right and wrong ones, by name."""
    files = sorted((CASES / slug).glob("*/submission.py"))
    return {file.parent.name: file.read_text("utf-8-sig", errors="replace") for file in files}


def independent(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of cases that count as written without a look at each other.

    Those called ``hand-`` were, each by somebody who saw no other. The rest, and the references, are by one hand: of
    these, only the ones called ``right-`` count among themselves, each of which solves it in another manner. Where
    there is nothing but that one hand's, every pair counts: more alike than independent ones, they err on the side of
    the candidates.
    """
    pairs = list(combinations(names, 2))
    if not any(is_by_hand(name) for pair in pairs for name in pair):
        return pairs
    return [(a, b) for a, b in pairs if is_by_hand(a) or is_by_hand(b) or a[:6] == b[:6] == "right-"]


def is_by_hand(name: str) -> bool:
    """Whether a case was written by somebody who saw no other."""
    return name.startswith("hand-")


def record(exercise: Exercise) -> Record:
    """Return how alike the independent solutions of an exercise are."""
    comparer = Comparer(exercise)
    outlines = (comparer.outline(name, text) for name, text in solutions(exercise.slug).items())
    whole = {outline.name: outline for outline in outlines if comparer.is_whole(outline)}
    pairs = independent(whole)
    others = [name for name in whole if is_by_hand(name)] or [name for name in whole if name.startswith("right-")]
    return Record(
        solutions=len({name for pair in pairs for name in pair}),
        pairs=histogram(comparer.overlap(whole[left], whole[right]) for left, right in pairs),
        reference=histogram(comparer.overlap(whole[name], comparer.reference) for name in others),
    )


def write_records() -> None:
    """Write what is known of chance for every exercise."""
    found = {exercise.slug: record(exercise) for exercise in load_catalog()}
    lines = (f'"{slug}": {msgspec.json.encode(one).decode()}' for slug, one in found.items() if one.solutions)
    path = Path(chance.__file__).with_name("chance.json")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


# ------------------------------------------------------------------------------------------ made-up answers


def disguised(source: str, rng: random.Random, change: float = 0.0) -> str:
    """Return a solution with other names, no comments and its methods in another order.

    ``change`` is the share of statements and products that are written in another way.
    """
    tree = _Rewriter(rng, change).visit(ast.parse(source))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and not any(getattr(n, "decorator_list", None) for n in node.body):
            rest = [n for n in node.body if not isinstance(n, ast.FunctionDef)]
            methods = [n for n in node.body if isinstance(n, ast.FunctionDef)]
            node.body = [*rest, *methods[:1], *rng.sample(methods[1:], len(methods[1:]))]
    return ast.unparse(_renamed(ast.fix_missing_locations(tree), rng))


def _renamed(tree: ast.Module, rng: random.Random) -> ast.Module:
    nodes = list(ast.walk(tree))
    kept = {"self", "np", *dir(builtins)}
    kept |= {
        alias.asname or alias.name for n in nodes if isinstance(n, ast.Import | ast.ImportFrom) for alias in n.names
    }
    kept |= {n.name for n in nodes if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    kept |= {a.arg for n in nodes if isinstance(n, ast.FunctionDef) and n.name == "__init__" for a in n.args.args}
    kept |= {keyword.arg for n in nodes if isinstance(n, ast.Call) for keyword in n.keywords if keyword.arg}
    names: dict[str, str] = {}
    for node in nodes:
        field = {ast.Name: "id", ast.arg: "arg"}.get(type(node))
        if field and (name := getattr(node, field)) not in kept:
            setattr(node, field, names.setdefault(name, f"{rng.choice(('tmp', 'val', 'cur'))}_{len(names)}"))
    return tree


class _Rewriter(ast.NodeTransformer):
    """Writes some statements in another way that does the same."""

    def __init__(self, rng: random.Random, change: float) -> None:
        self._rng, self._change = rng, change

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        if self._rng.random() >= self._change:
            return node
        value = copy.deepcopy(node.target)
        value.ctx = ast.Load()
        return ast.Assign([node.target], ast.BinOp(value, node.op, node.value))

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if self._rng.random() < self._change and isinstance(node.op, ast.MatMult):
            dot = ast.Attribute(ast.Name("np", ast.Load()), "dot", ast.Load())
            return ast.Call(dot, [node.left, node.right], [])
        if self._rng.random() < self._change and isinstance(node.op, ast.Mult | ast.Add):
            return ast.BinOp(node.right, node.op, node.left)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        if node.value is None or self._rng.random() >= self._change:
            return node
        return [ast.Assign([ast.Name("result", ast.Store())], node.value), ast.Return(ast.Name("result", ast.Load()))]


def measure(answers: int) -> None:
    """Print how long it takes to compare made-up answers, and how much memory."""
    exercise, rng = load_catalog()[0], random.Random(1)
    models = [text for name, text in solutions(exercise.slug).items() if is_by_hand(name) or name.startswith("right-")]
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "results.sqlite", new=True) as store:
        for number in range(answers):
            source = disguised(models[number % len(models)], rng, change=rng.choice((0.0, 0.2, 0.5, 0.8)))
            name = f"candidate-{number:05}"
            store.put_hand_in(Stored(name, name, ""), [Answer(exercise.slug, f"{name}.py", source)])
        started, worked = time.monotonic(), time.process_time()
        (alike,) = compare(store)
        seconds, worked = time.monotonic() - started, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{answers} answers: {seconds:.1f} s, {worked:.1f} s of them at work, {peak:.0f} MiB at most, "
        f"{len(alike.pairs)} pairs listed, {sum(len(cluster.members) for cluster in alike.clusters)} in clusters"
    )


if __name__ == "__main__":
    for count in map(int, sys.argv[1:]):
        measure(count)
    if not sys.argv[1:]:
        write_records()
