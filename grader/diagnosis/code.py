"""Reads from a program's syntax tree what stands in a line, which names there are, and how a method is called."""

import ast
from collections.abc import Iterator
from functools import cached_property

from grader.sandbox.wire import clean_text

LONGEST = 40
"""How long a quoted expression may be."""

PRODUCTS = ("dot", "matmul", "inner", "tensordot")


class Code:
    """The text of a program, in syntax that Python can parse."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _nodes(self) -> list[ast.AST]:
        try:
            return list(ast.walk(ast.parse(self._source)))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return []

    def line(self, number: int) -> str:
        """Return a line as it may be shown."""
        lines = self._source.splitlines()
        return clean_text(lines[number - 1].strip())[:80] if 0 < number <= len(lines) else ""

    def product_in(self, number: int) -> tuple[str, str] | None:
        """Return the operands of the only matrix product in a line; None if there is none or several."""
        found = [node for node in self._nodes if getattr(node, "lineno", 0) == number]
        return _only(
            [(node.left, node.right) for node in found if isinstance(node, ast.BinOp) and _is_product(node)]
            + [operands for node in found if isinstance(node, ast.Call) and (operands := _multiplied(node))]
        )

    def operation_in(self, number: int) -> tuple[str, str] | None:
        """Return the operands of the only elementwise operation in a line; None if there is none or several."""
        found = [node for node in self._nodes if getattr(node, "lineno", 0) == number]
        operations = [node for node in found if isinstance(node, ast.BinOp) and not _is_product(node)]
        arrays = [(n.left, n.right) for n in operations if not any(_is_number(side) for side in (n.left, n.right))]
        return _only(arrays)

    def parameters(self, function: str) -> list[str] | None:
        """Return the names of a function's parameters; None if it is not there once."""
        found = [node for node in self._nodes if isinstance(node, ast.FunctionDef) and node.name == function]
        if len(found) != 1:
            return None
        arguments = found[0].args
        return [clean_text(arg.arg) for arg in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]

    def attributes(self) -> set[str]:
        """Return the names of the attributes that are set on ``self``, and of the methods."""
        names = {node.name for node in self._nodes if isinstance(node, ast.FunctionDef)}
        return names | {
            node.attr
            for node in self._nodes
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _text(node.value) == "self"
        }

    def variables(self) -> set[str]:
        """Return the names that are given a value anywhere."""
        assigned = {n.id for n in self._nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        return assigned | {node.arg for node in self._nodes if isinstance(node, ast.arg)}


def _is_product(node: ast.BinOp) -> bool:
    return isinstance(node.op, ast.MatMult)


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


def _multiplied(node: ast.Call) -> tuple[ast.expr, ast.expr] | None:
    """Return the operands of ``np.dot(a, b)`` or ``a.dot(b)``."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in PRODUCTS:
        return None
    if len(node.args) == 2:
        return node.args[0], node.args[1]
    return (node.func.value, node.args[0]) if len(node.args) == 1 else None


def _only(pairs: list[tuple[ast.expr, ast.expr]]) -> tuple[str, str] | None:
    if len(pairs) != 1:
        return None
    one, other = (_text(side) for side in pairs[0])
    return (one, other) if one and other else None


def _text(node: ast.AST) -> str:
    """Return the text of a short expression, of a longer one nothing."""
    if len(list(_first(ast.walk(node), 24))) == 24:
        return ""
    try:
        text = clean_text(ast.unparse(node))
    except ValueError:  # a number too long to be written, an f-string that cannot be quoted
        return ""
    return text if len(text) <= LONGEST else ""


def _first(nodes: Iterator[ast.AST], most: int) -> Iterator[ast.AST]:
    for node, _ in zip(nodes, range(most), strict=False):
        yield node
