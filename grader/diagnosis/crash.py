"""Turns an exception, or an attribute that is not there, into what is probably behind it."""

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from grader.diagnosis.code import Code
from grader.results import Diagnosis


@dataclass(frozen=True)
class Crash:
    """An answer that is none, with what may explain it."""

    detail: str
    """The exception with its message; of a missing attribute, the attributes that are there instead."""
    line: int | None
    code: Code
    stub: Code
    sizes: dict[int, str] = field(default_factory=dict)
    """What the numbers in a shape stand for."""

    @property
    def where(self) -> str:
        """The line that raised."""
        return f"in line {self.line}" if self.line else "somewhere"

    def size(self, number: str) -> str:
        """Return a size by its name, as the numbers are those of data that the candidate does not see."""
        return self.sizes.get(int(number), number)

    def shape(self, numbers: str) -> str:
        """Return a shape by the names of its sizes."""
        sizes = [self.size(number) for number in re.findall(r"\d+", numbers)]
        return f"({', '.join(sizes)}{',' * (len(sizes) == 1)})"


Explanation = tuple[str, str, str]
"""An id, what it says, a hint."""


def explain_missing(name: str, listed: str, expected: Iterable[str]) -> Diagnosis:
    """Explain that an attribute is not there, with those that are there and not expected."""
    own = [other for other in listed.split(", ") if other and other not in expected]
    near = difflib.get_close_matches(name, own, n=1, cutoff=0.3)
    shown = " and ".join(f"`{other}`" for other in near or own[:4])
    instead = f"; what it sets beside the brief's is {shown}" if shown else ""
    says = f"After `fit` there is no attribute `{name}`{instead}."
    return Diagnosis("attribute-by-another-name", says, ("The docstring of the class names the attributes.",), "crash")


def explain_exception(crash: Crash) -> Diagnosis:
    """Explain an exception: what is known to be behind it, or at least which line it came from."""
    name, says, hint = _explain(crash)
    return Diagnosis(name, says, (hint,), "crash")


def _explain(crash: Crash) -> Explanation:
    for pattern, explain in PATTERNS:
        if match := re.match(pattern, crash.detail, re.DOTALL):
            return explain(crash, *match.groups())
    line = crash.code.line(crash.line) if crash.line else ""
    shown = f", `{line}`," if line else ""
    return (
        "exception",
        f"Your code{f' in line {crash.line}' if crash.line else ''}{shown} raises {crash.detail.rstrip('.')}.",
        "Print the types and the shapes of what stands in that line just before it.",
    )


# -------------------------------------------------------------------- names


def _keyword(crash: Crash, function: str, name: str) -> Explanation:
    stub, own = crash.stub.parameters(function) or [], crash.code.parameters(function) or []
    others = [other for other in own if other not in stub]
    # what stands in its place, else what looks like it
    place = stub.index(name) if name in stub else len(own)
    near = (
        [own[place]] if place < len(own) and own[place] in others else difflib.get_close_matches(name, others, 1, 0.3)
    )
    says = f"`{function}` does not take the argument `{name}` that the stub has"
    says += f"; it has `{near[0]}` instead." if near else "."
    return "argument-by-another-name", says, "Compare the signature with the stub's, name by name."


def _undefined(crash: Crash, name: str) -> Explanation:
    says = f"The name `{name}` {crash.where} is defined nowhere"
    near = difflib.get_close_matches(name, crash.code.variables(), n=1, cutoff=0.7)
    if name == "np":
        return (
            "numpy-not-imported",
            "`np` is not defined: NumPy is not imported.",
            "What is the stub's first statement?",
        )
    if name in crash.code.attributes():
        return (
            "undefined-name",
            f"{says}; there is `self.{name}`.",
            "A method reaches what `__init__` stored by `self`.",
        )
    hint = "Is it a misspelt variable, an attribute without `self.`, or a missing import?"
    return "undefined-name", f"{says}{f'; there is `{near[0]}`' if near else ''}.", hint


def _no_attribute(crash: Crash, owner: str, name: str) -> Explanation:
    if owner == "NoneType":
        says = f"Something {crash.where} is `None` where your code reads `{name}` of it."
        return "none-in-an-expression", says, "Which of your functions ends without a `return`? What is set only later?"
    known = dir(np.ndarray) if owner == "numpy.ndarray" else crash.code.attributes()
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    says = f"Your code reads the attribute `{name}` {crash.where}, which a `{owner}` does not have"
    return (
        "attribute-never-set",
        f"{says}{f'; there is `{near[0]}`' if near else ''}.",
        "Where is it set, and under which name?",
    )


def _no_function(crash: Crash, module: str, name: str) -> Explanation:
    known = dir(np) if module == "numpy" else []
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    says = f"`{module}` has no `{name}`{f'; it has `{near[0]}`' if near else ''}."
    return "no-such-function", says, f"Look the name up where line {crash.line} uses it."


def _arguments(crash: Crash, function: str, taken: str, given: str) -> Explanation:
    own = crash.code.parameters(function)
    if own is not None and "self" not in own[:1] and int(given) == int(taken) + 1:
        says = f"`{function}` is called on the model, but `self` is missing from its parameters."
        return "self-missing", says, "What is the first parameter of every method of the stub?"
    says = f"`{function}` is called {crash.where} with more arguments than it takes."
    return "too-many-arguments", says, "Compare the call with the signature; `self` counts as one of both."


# ------------------------------------------------------------------- shapes


def _product(crash: Crash, second: str, first: str) -> Explanation:
    operands = crash.code.product_in(crash.line or 0)
    what = f"`{operands[0]}` and `{operands[1]}`" if operands else "two operands"
    says = (
        f"The matrix product of {what} {crash.where} does not fit: {crash.size(first)} entries on the left meet "
        f"{crash.size(second)} on the right."
    )
    hint = "Write the shape beside each of the two: is a transpose missing, or are they in the wrong order?"
    return "matrix-product-of-unequal-sizes", says, hint


def _not_aligned(crash: Crash, first: str, second: str) -> Explanation:
    operands = crash.code.product_in(crash.line or 0) or ("the left operand", "the right one")
    one, other = (f"`{text}`" if "operand" not in text and "one" not in text else text for text in operands)
    says = (
        f"The matrix product {crash.where} does not fit: {one} has shape {crash.shape(first)}, {other} "
        f"{crash.shape(second)}."
    )
    return "matrix-product-of-unequal-sizes", says, "Is a transpose missing, or are they in the wrong order?"


def _no_matrix(crash: Crash, place: str) -> Explanation:
    operands = crash.code.product_in(crash.line or 0)
    what = f"`{operands[int(place)]}`" if operands else f"The {'right' if int(place) else 'left'} operand"
    says = f"{what} in the matrix product {crash.where} is no array: a single number, or `None`."
    return "matrix-product-without-a-matrix", says, "Has it been given its start before that line?"


def _broadcast(crash: Crash, first: str, second: str) -> Explanation:
    operands = crash.code.operation_in(crash.line or 0)
    what = f" of `{operands[0]}` and `{operands[1]}`" if operands else ""
    says = (
        f"The elementwise operation{what} {crash.where} meets the shapes {crash.shape(first)} and "
        f"{crash.shape(second)}, which do not fit."
    )
    return "shapes-that-do-not-broadcast", says, "Which of the two has the shape that you expect?"


def _in_place(crash: Crash, stored: str, result: str) -> Explanation:
    says = (
        f"The result {crash.where} has shape {crash.shape(result)}, which does not fit into the array of shape "
        f"{crash.shape(stored)} that it is written to in place."
    )
    return "result-does-not-fit-in-place", says, "Which of the two has the shape that you expect?"


def _huge(crash: Crash, shape: str) -> Explanation:
    says = f"Your code makes an array of shape {shape} {crash.where}: every sample is paired with every other."
    return "array-of-all-pairs", says, "Print the shapes on small data: does a column meet a flat array?"


def _says(name: str, says: str, hint: str) -> Callable[..., Explanation]:
    """Return an explanation whose texts have places for ``where`` and for the groups of the pattern."""
    return lambda crash, *groups: (name, says.format(*groups, where=crash.where), hint)


SHAPE = r"(\([\d, ]+\))"
PATTERNS: tuple[tuple[str, Callable[..., Explanation]], ...] = (
    (r"TypeError: (?:\w+\.)*(\w+)\(\) got an unexpected keyword argument '(\w+)'", _keyword),
    (r"TypeError: (?:\w+\.)*(\w+)\(\) takes (\d+) positional arguments? but (\d+) w", _arguments),
    (r"NameError: name '(\w+)' is not defined", _undefined),
    (r"AttributeError: '([\w.]+)' object has no attribute '(\w+)'", _no_attribute),
    (r"AttributeError: module '([\w.]+)' has no attribute '(\w+)'", _no_function),
    (r"ValueError: matmul: .*\(size (\d+) is different from (\d+)\)", _product),
    (rf"ValueError: shapes {SHAPE} and {SHAPE} not aligned", _not_aligned),
    (r"ValueError: matmul: Input operand (\d) does not have enough dimensions", _no_matrix),
    (rf"ValueError: operands could not be broadcast together with shapes {SHAPE} {SHAPE}", _broadcast),
    (rf"ValueError: non-broadcastable output operand with shape {SHAPE} .*broadcast shape {SHAPE}", _in_place),
    (rf"\w*MemoryError: Unable to allocate .* shape {SHAPE}", _huge),
    (
        r"UnboundLocalError: .*'(\w+)'",
        _says(
            "used-before-assignment",
            "The variable `{0}` is used {where} before it is given a value.",
            "Where is it set, and is that line always reached first?",
        ),
    ),
    (
        r"ValueError: The truth value of an array",
        _says(
            "truth-of-an-array",
            "A condition {where} asks whether a whole array is true, which has no answer.",
            "Which one number should the condition look at, or should it hold entry by entry?",
        ),
    ),
    (
        r"(?:UFuncTypeError|\w*CastingError|TypeError): Cannot cast ufunc .* from dtype\('float64'\) to dtype\('int",
        _says(
            "integer-weights-in-place",
            "An array of integers is updated in place {where}, and cannot hold fractions.",
            "Which type do the numbers have that the array started with?",
        ),
    ),
    (
        r"TypeError: unsupported operand type\(s\) for \S+ .*NoneType",
        _says(
            "none-in-an-expression",
            "Something {where} is `None` where a number or an array is needed.",
            "Which of your functions ends without a `return`? What is set only later?",
        ),
    ),
    (
        r"TypeError: '(?:numpy\.)?(ndarray|float64|float|int)' object is not callable",
        _says(
            "call-of-a-value",
            "Your code {where} calls a value of type `{0}` as if it were a function.",
            "Are these parentheses, or an operator that is missing between two factors?",
        ),
    ),
    (
        r"(?:TypeError: cannot unpack|ValueError: (?:not enough|too many) values to unpack)",
        _says(
            "unpacking-of-another-size",
            "An assignment {where} spreads something over several names that does not have as many parts.",
            "Print what stands on its right-hand side.",
        ),
    ),
    (
        r"IndexError: list assignment index out of range",
        _says(
            "assignment-into-an-empty-list",
            "An assignment {where} goes to a place in a list that does not exist yet.",
            "How does a list grow?",
        ),
    ),
    (
        r"IndexError: too many indices for array: array is (\d)-dimensional, but (\d)",
        _says(
            "too-many-indices",
            "An array {where} is indexed by {1} places but has {0} axes.",
            "Which shape has it in the brief?",
        ),
    ),
    (
        r"RecursionError",
        _says(
            "endless-recursion",
            "A function calls itself {where} without an end.",
            "Follow the calls by hand: where should they stop?",
        ),
    ),
    (
        r"(?:ValueError: setting an array element with a sequence|TypeError: only .*(?:arrays|array) can be converted)",
        _says(
            "array-where-a-number-belongs",
            "A single number is expected {where}, and your code gives a whole array.",
            "Over what should it be summed or averaged first?",
        ),
    ),
)
"""Pattern of the exception with its message, and what explains it."""
