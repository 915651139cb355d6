"""Turns a program into its first-order mutants: copies with one small fault each, which nobody thought up.

The operators are those of the mutation-testing literature (arithmetic, relational and constant replacement, statement
deletion) with the slips of this field added: a sum for a mean, a transpose forgotten, a loop one short. They also go
to the defaults of parameters. Existing tools
(mutmut, cosmic-ray) edit files on disk and start a test runner for each mutant; here a mutant is a submission like any
other, graded in the sandbox at a few milliseconds of start-up.
"""

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple, cast

ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Pow: ast.Mult,
}
RELATIONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.GtE: ast.Gt,
    ast.Gt: ast.GtE,
    ast.LtE: ast.Lt,
    ast.Lt: ast.LtE,
    ast.Eq: ast.NotEq,
}
NEIGHBOURS = {"sum": "mean", "mean": "sum", "zeros": "ones", "ones": "zeros", "exp": "expm1", "logaddexp": "maximum"}
"""Functions that are taken for one another."""


class Mutant(NamedTuple):
    """A program with one fault."""

    fault: str
    """The function, the statement before and after: stable as long as that statement is."""
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every first-order mutant of a program that differs from it as a text."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        yield from _with_other_defaults(tree, function)
        for statement, block, index in _statements(function):
            for changed in (*_changed(statement), None):
                original = block[index]
                block[index] = ast.Pass() if changed is None else changed
                mutant = ast.unparse(tree)
                block[index] = original
                if mutant not in seen:
                    seen.add(mutant)
                    after = "deleted" if changed is None else f"-> {_head(changed)}"
                    yield Mutant(f"{function.name}: {_head(statement)} {after}", mutant)


def _with_other_defaults(tree: ast.Module, function: ast.FunctionDef) -> Iterator[Mutant]:
    defaults = function.args.defaults
    names = [argument.arg for argument in function.args.args[-len(defaults) :]] if defaults else []
    for place, (name, default) in enumerate(zip(names, list(defaults), strict=True)):
        for changed in _replacements(default):
            defaults[place] = cast(ast.expr, changed)
            fault = f"{function.name}: {name}={ast.unparse(default)} -> {ast.unparse(changed)}"
            yield Mutant(fault, ast.unparse(tree))
        defaults[place] = default


def _statements(function: ast.FunctionDef) -> Iterator[tuple[ast.stmt, list[ast.stmt], int]]:
    pending = [function.body]
    while pending:
        block = pending.pop(0)
        for index, statement in enumerate(block):
            is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
            if not is_docstring:
                yield statement, block, index
            if isinstance(statement, (ast.For, ast.While, ast.If)):
                pending.append(statement.body)


def _head(statement: ast.stmt) -> str:
    return ast.unparse(statement).splitlines()[0]


def _changed(statement: ast.stmt) -> Iterator[ast.stmt]:
    """Yield copies of a statement with one change each; not in the statements that it contains."""
    inner = {id(node) for child in getattr(statement, "body", []) for node in ast.walk(child)}
    own = [position for position, node in enumerate(ast.walk(statement)) if id(node) not in inner]
    for position in own:
        kinds = 0
        while True:
            fresh = copy.deepcopy(statement)
            node = list(ast.walk(fresh))[position]
            replacements = list(_replacements(node))
            if kinds >= len(replacements):
                break
            yield cast(ast.stmt, _Replace(node, replacements[kinds]).visit(fresh))
            kinds += 1


class _Replace(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old = old
        self._new = new

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the new node for the old one, and any other node as it is."""
        return self._new if node is self._old else self.generic_visit(node)


def _replacements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            if type(op) in ARITHMETIC:
                yield ast.BinOp(left, ARITHMETIC[type(op)](), right)
            yield left
            yield right
        case ast.Compare(left=left, ops=[op], comparators=right) if type(op) in RELATIONS:
            yield ast.Compare(left, [RELATIONS[type(op)]()], right)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=bool()):
            return
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value + 1)
            if value:
                yield ast.Constant(0)
        case ast.Attribute(value=value, attr="T"):
            yield value
        case ast.Attribute(value=value, attr=name) if name in NEIGHBOURS:
            yield ast.Attribute(value, NEIGHBOURS[name], node.ctx)
        case ast.Call(func=ast.Name(id="range"), args=[count]):
            for op in (ast.Add(), ast.Sub()):
                yield ast.Call(ast.Name("range", ast.Load()), [ast.BinOp(count, op, ast.Constant(1))], [])
        case ast.Call(args=[argument], keywords=[]):
            yield argument
        case ast.Call(func=func, args=[first, second], keywords=keywords):
            yield ast.Call(func, [second, first], keywords)
        case ast.Return(value=value) if value is not None:
            yield ast.Return(ast.Constant(None))
