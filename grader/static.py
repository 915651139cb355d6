"""Turns source text into findings, by its syntax tree alone."""

import ast
import sys
import warnings
from collections.abc import Iterator
from itertools import islice

from grader.results import Exercise, Finding, Submission
from grader.sandbox.wire import clean_text

ALLOWED = frozenset(["numpy", *sys.stdlib_module_names])

# beyond these, Python's parser and what draws the page can be made to work for minutes: both have steps that
# take the square of a length, of an identifier, of an f-string, of a row of blanks
MAX_CHARACTERS = 64 * 1024
MAX_LINES = 5_000
MAX_LINE = 2_000


def examine(exercise: Exercise, path: str, source: str) -> Submission:
    """Return the submission with its findings: why it is invalid, whether it is started, and remarks."""
    if oversize := _oversize(source):
        return Submission(path, "", invalid=oversize)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except SyntaxError as error:
        return Submission(path, source, invalid=_describe_syntax_error(error, source))
    except UnicodeError:
        finding = Finding("syntax", 1, "Python cannot parse the file: it holds half a character. Save it as UTF-8.")
        return Submission(path, source, invalid=finding)
    except (RecursionError, MemoryError, ValueError):
        finding = Finding("syntax", 1, "Python cannot parse the file: it is nested too deeply.")
        return Submission(path, source, invalid=finding)
    executed = list(_executed_nodes(tree))
    return Submission(
        path,
        source,
        findings=(*_shortcuts(exercise, executed), *_sample_loops(exercise, executed)),
        invalid=_forbidden_import(executed),
        started=_is_started(exercise, tree),
    )


def _oversize(source: str) -> Finding | None:
    """Return what is too large in a text to be read at all. It is not kept, nor shown."""
    lines = source.split("\n")
    longest = max(lines, key=len)
    rest = "far more than any solution: take out what does not belong to it."
    if len(longest) > MAX_LINE:
        number = lines.index(longest) + 1
        return Finding("size", number, f"Line {number} has {len(longest):,} characters, {rest}")
    if len(source) > MAX_CHARACTERS:
        return Finding("size", 1, f"The file has {len(source):,} characters, {rest}")
    if len(lines) > MAX_LINES:
        return Finding("size", 1, f"The file has {len(lines):,} lines, {rest}")
    return None


def _describe_syntax_error(error: SyntaxError, source: str) -> Finding:
    line = error.lineno or 1
    lines = source.splitlines()
    shown = lines[line - 1] if line <= len(lines) else ""
    text = shown.expandtabs(1).strip()
    # what acts on a terminal is shown as its escape, behind which the caret may then be off
    indent = len(shown) - len(shown.lstrip())
    caret = " " * max(0, (error.offset or 1) - 1 - indent) + "^"
    return Finding(
        "syntax",
        line,
        f"Python cannot parse line {line}: {clean_text(error.msg)}.\n    {clean_text(text[:100])}\n    {caret[:101]}",
    )


def _executed_nodes(tree: ast.Module) -> Iterator[ast.AST]:
    """Walk the tree without the blocks that the grader never runs."""
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, ast.If) and _never_runs(node.test):
            pending.extend(node.orelse)
        else:
            pending.extend(ast.iter_child_nodes(node))


def _never_runs(test: ast.expr) -> bool:
    text = _text(test).replace('"', "'")
    return text in ("__name__ == '__main__'", "'__main__' == __name__", "TYPE_CHECKING", "typing.TYPE_CHECKING")


def _text(node: ast.AST) -> str:
    """Return the source of a small expression; of a large one nothing, since unparsing recurses into its depth."""
    is_small = len(list(islice(ast.walk(node), 24))) < 24
    try:
        return ast.unparse(node) if is_small else ""
    except ValueError:  # a number too long to be written, an f-string that cannot be quoted
        return ""


# -------------------------------------------------------------------- imports


def _forbidden_import(nodes: list[ast.AST]) -> Finding | None:
    found = [
        (line, name) for node in nodes for line, name in _imported_names(node) if name.split(".")[0] not in ALLOWED
    ]
    if not found:
        return None
    line, name = min(found)
    package = name.split(".")[0]
    if not package:
        what = f"line {line} imports from another file: a submission is one file."
    else:
        what = f"line {line} imports {package}. The question allows only NumPy and the standard library."
    rest = 'What you need for trying things out can stand under `if __name__ == "__main__":`, which is not run.'
    return Finding("import", line, f"{what[0].upper()}{what[1:]} {rest}")


def _imported_names(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield node.lineno, alias.name
    elif isinstance(node, ast.ImportFrom):
        yield node.lineno, "" if node.level else node.module or ""


# ------------------------------------------------------------------ shortcuts


def find_calls(source: str) -> dict[str, int]:
    """Return the full dotted names that a program calls, with the first line of each. It has to be syntax."""
    return _calls(list(_executed_nodes(ast.parse(source))))


def _calls(nodes: list[ast.AST]) -> dict[str, int]:
    names = _aliases(nodes)
    first: dict[str, int] = {}
    for node in nodes:
        if isinstance(node, ast.Call):
            called = _full_name(node.func, names)
            first[called] = min(node.lineno, first.get(called, node.lineno))
    return first


def _shortcuts(exercise: Exercise, nodes: list[ast.AST]) -> list[Finding]:
    remarks = {shortcut.call: shortcut.remark for shortcut in exercise.shortcuts}
    first = {called: line for called, line in _calls(nodes).items() if called in remarks}
    return [Finding("shortcut", line, remarks[called]) for called, line in sorted(first.items(), key=lambda i: i[1])]


def _aliases(nodes: list[ast.AST]) -> dict[str, str]:
    names: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name.split(".")[0]: _bound(alias) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _bound(alias: ast.alias) -> str:
    # "import numpy.linalg" binds numpy, "import numpy.linalg as la" binds the submodule
    return alias.name if alias.asname else alias.name.split(".")[0]


def _full_name(node: ast.expr, names: dict[str, str]) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([names.get(node.id, node.id), *reversed(parts)])


# ---------------------------------------------------------------------- loops


def _sample_loops(exercise: Exercise, nodes: list[ast.AST]) -> list[Finding]:
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    # what the brief's methods are given; a helper's other arguments need not have a row for each sample
    given = {arg.arg for function in functions if function.name in exercise.methods for arg in function.args.args}
    lines = []
    for function in functions:
        tables = {arg.arg for arg in function.args.args} & given - {"self"}
        if tables:
            body = list(ast.walk(function))
            counts = _sample_counts(body, tables)
            lines += [loop.lineno for loop, over in _loops(body) if _is_over_samples(over, tables, counts)]
    if not lines:
        return []
    says = "a Python loop over the samples: NumPy does the same in one expression, many times faster."
    return [Finding("loop", min(lines), f"Line {min(lines)} is {says}")]


def _loops(nodes: list[ast.AST]) -> Iterator[tuple[ast.stmt | ast.expr, ast.expr]]:
    for node in nodes:
        if isinstance(node, ast.For):
            yield node, node.iter
        elif isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp):
            for generator in node.generators:
                yield node, generator.iter


def _sample_counts(nodes: list[ast.AST], tables: set[str]) -> set[str]:
    """Return the expressions, as text, that hold the number of samples."""
    counts = {form for t in tables for form in (f"len({t})", f"{t}.shape[0]")}
    shapes = {f"{t}.shape" for t in tables}
    for node in nodes:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], _text(node.value)
            if isinstance(target, ast.Name) and value in counts:
                counts.add(target.id)
            elif isinstance(target, ast.Tuple) and value in shapes:
                counts.add(_text(target.elts[0]))
    return counts


def _is_over_samples(over: ast.expr, tables: set[str], counts: set[str]) -> bool:
    if isinstance(over, ast.Name):
        return over.id in tables
    if not isinstance(over, ast.Call):
        return False
    arguments = [_text(argument) for argument in over.args]
    if _text(over.func) == "range":
        return any(argument in counts for argument in arguments)
    return _text(over.func) in ("zip", "enumerate") and any(argument in tables for argument in arguments)


# -------------------------------------------------------------------- started


def _is_started(exercise: Exercise, tree: ast.Module) -> bool:
    """Return whether any method that the stub leaves open has got a body."""
    open_in_stub = [method for method in _methods(tree, exercise) if method.name in exercise.methods]
    return not open_in_stub or not all(_is_open(method) for method in open_in_stub)


def _methods(tree: ast.Module, exercise: Exercise) -> Iterator[ast.FunctionDef]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name == exercise.class_name:
            yield from (method for method in node.body if isinstance(method, ast.FunctionDef))


def _is_open(method: ast.FunctionDef) -> bool:
    return all(_says_nothing(statement) for statement in method.body)


def _says_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise) and statement.exc is not None:
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return _text(raised) == "NotImplementedError"
    # a docstring, or "..."
    is_constant = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return is_constant or isinstance(statement, ast.Pass)
