"""States what an answer should be, and turns what it is instead into evidence.

Tolerances are relative to the largest expected number, so that an entry near zero does not ask for more digits
than the others have. The default, 1e-4, lets single precision through (its error here is about 1e-6) and is far
below the smallest effect of a real mistake on the suites' small data (about 1e-3).
"""

from contextvars import ContextVar
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from grader.results import Evidence
from grader.sandbox.wire import Answer

RTOL = 1e-4
Floats = NDArray[np.float64]

USED_TOLERANCE: ContextVar[list[tuple[float, str]] | None] = ContextVar("USED_TOLERANCE", default=None)
"""Where somebody wants to know: how much of its tolerance each comparison uses up, 1 being all of it."""


class Mismatch(Exception):
    """An answer is not what a check expects: the check fails."""

    def __init__(self, message: str, **evidence: object) -> None:
        super().__init__(message)
        self.evidence = tuple(Evidence(label.replace("_", " "), show(value)) for label, value in evidence.items())


class Remark(Mismatch):
    """An answer is acceptable but not good: the check costs its points and fails nothing."""


def numbers(answer: Answer, what: str, size: int | None = None) -> Floats:
    """Return the finite numbers in ``answer``, flat if a ``size`` is given.

    With a size, (size,), (size, 1) and a list are all read: that they are not quite what was asked is one
    check's business, not every check's.
    """
    array = _array(answer, what)
    if size is not None:
        if array.size != size:
            raise Mismatch(f"{what} should hold {_count(size, 'number')}", expected=(size,), found=array.shape)
        array = array.reshape(size)
    if not np.isfinite(array).all():
        raise Mismatch(f"{what} should be finite", found=array)
    return array.astype(np.float64)


def number(answer: Answer, what: str) -> float:
    """Return the one finite number in ``answer``."""
    return float(numbers(answer, what, size=1)[0])


def shape(answer: Answer, expected: tuple[int, ...], what: str) -> None:
    """Expect numbers in exactly this shape."""
    array = _array(answer, what)
    if array.shape != expected:
        name = "a scalar" if expected == () else f"of shape {expected}"
        raise Mismatch(f"{what} should be {name}", expected=expected, found=array.shape)


def ndarray(answer: Answer, what: str) -> None:
    """Expect a NumPy array, not a list."""
    _array(answer, what)
    if answer.type_name in ("list", "tuple"):
        raise Mismatch(f"{what} should be a NumPy array", found=f"a {answer.type_name}")


def close(
    actual: ArrayLike, expected: ArrayLike, what: str, *, rtol: float = RTOL, atol: float = 0.0, **sizes: int
) -> None:
    """Expect numbers within ``rtol`` of the largest expected one, or within ``atol``.

    ``sizes`` (``n_samples=23``) are named if the numbers turn out to be off by just that factor.
    """
    found, wanted = np.asarray(actual, dtype=float), np.asarray(expected, dtype=float)
    if found.shape != wanted.shape:
        raise Mismatch(f"{what}: wrong shape", expected=wanted.shape, found=found.shape)
    error = np.abs(found - wanted)
    allowed = max(rtol * float(np.max(np.abs(wanted), initial=0.0)), atol)
    if USED_TOLERANCE.get() is not None and allowed > 0:
        USED_TOLERANCE.get().append((float(np.max(error, initial=0.0)) / allowed, what))  # type: ignore[union-attr]
    if np.all(error <= allowed):
        return
    evidence: dict[str, object] = {"expected": wanted, "found": found}
    if wanted.ndim and wanted.size > 1:
        worst = np.unravel_index(int(np.argmax(error)), error.shape)
        evidence["worst entry"] = ", ".join(str(int(i)) for i in worst)
    raise Mismatch(f"{what} differ{'' if wanted.ndim else 's'}{_factor(found, wanted, sizes)}", **evidence)


def true(condition: bool | np.bool_, message: str, **evidence: object) -> None:
    """Expect ``condition``; otherwise say ``message``."""
    if not condition:
        raise Mismatch(message, **evidence)


def no_warning(answer: Answer, what: str) -> None:
    """Expect that the call raised no ``RuntimeWarning``, which is how NumPy reports overflow and invalid values."""
    loud = [warning for warning in answer.warnings if warning.startswith("RuntimeWarning")]
    if loud:
        raise Mismatch(f"{what} should not make NumPy warn", found=loud[0])


def show(value: object) -> str:
    """Return ``value`` as evidence: of an array at most six numbers, with five digits."""
    if isinstance(value, np.ndarray) and value.ndim == 1 and value.size <= 6:
        return f"[{', '.join(f'{float(number):.5g}' for number in value)}]"
    if isinstance(value, np.ndarray) and value.ndim:
        ends = [f"{float(number):.5g}" for number in (*value.flat[:3], *value.flat[-3:])]
        return f"[{', '.join(ends[:3])}, ..., {', '.join(ends[3:])}] of shape {value.shape}"
    if isinstance(value, float | np.floating | np.ndarray):
        return f"{float(value):.6g}"
    return str(value)


def _array(answer: Answer, what: str) -> NDArray[Any]:
    if answer.array is not None:
        return answer.array
    if answer.kind == "missing":
        there = f"it has {answer.text}" if answer.text else "it has none"
        raise Mismatch(f"the model has no attribute {what}", found=there)
    if answer.kind == "none":
        raise Mismatch(f"{what} is None, where numbers were expected")
    if answer.kind == "self":
        raise Mismatch(f"{what} is the model itself, where numbers were expected")
    raise Mismatch(f"{what} should be numbers", found=f"{answer.type_name}: {answer.text}"[:200])


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _factor(found: Floats, wanted: Floats, sizes: dict[str, int]) -> str:
    """Return a remark if all numbers are off by one and the same factor."""
    power = float(np.sum(wanted * wanted))
    factor = float(np.sum(found * wanted)) / power if power else 0.0
    # one number is always some factor off; that says something only if the factor is a known one
    is_common = found.size > 1 and np.max(np.abs(found - factor * wanted)) < 1e-6 * np.max(np.abs(wanted))
    if not np.isfinite(factor) or factor == 0 or not (is_common or found.size == 1):
        return ""
    if abs(factor + 1) < 1e-6:
        return ": the sign is wrong"
    ratio = max(abs(factor), 1 / abs(factor))
    known = {2.0: ""} | {float(n): f" ({name} is {n})" for name, n in sizes.items() if n > 1}
    known |= {float(n**2): f" ({name} squared is {n**2})" for name, n in sizes.items() if n > 1}
    label = next((text for value, text in known.items() if abs(ratio - value) < 1e-6 * value), None)
    if label is None and not is_common:
        return ""
    sign = ", and the sign is wrong" if factor < 0 else ""
    return f": {ratio:.6g} times too {'large' if abs(factor) > 1 else 'small'}{label or ''}{sign}"
