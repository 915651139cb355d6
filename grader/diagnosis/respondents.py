"""Puts the questions of a probe to the candidate's class in its worker, or to a class that the judge has compiled."""

import contextlib
import io
import warnings
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from grader.diagnosis.probe import Failed, Given, Unanswerable
from grader.sandbox.remote import Blocked, Candidate, SubmissionError
from grader.sandbox.wire import Answer


class Submitted:
    """The candidate's class, in its worker."""

    def __init__(self, candidate: Candidate) -> None:
        self._candidate = candidate

    def new(self, options: dict[str, float]) -> Any:
        """Make a model in the worker."""
        try:
            return self._candidate.new(**options)
        except SubmissionError as error:
            raise Failed(_raised(error)) from error
        except Blocked as error:
            raise Unanswerable(str(error)) from error

    def fit(self, model: Any, X: NDArray[Any], y: NDArray[Any]) -> Given:
        """Fit it there."""
        return self._ask(lambda: model.fit(X, y))

    def look(self, model: Any, name: str) -> Given:
        """Look at an attribute."""
        return self._ask(lambda: model.attribute(name))

    def call(self, model: Any, name: str, arguments: list[NDArray[Any]], keywords: dict[str, float]) -> Given:
        """Call a method."""
        return self._ask(lambda: getattr(model, name)(*arguments, **keywords))

    def _ask(self, act: Callable[[], Answer]) -> Given:
        try:
            answer = act()
        except SubmissionError as error:
            return _raised(error)
        except Blocked as error:
            raise Unanswerable(str(error)) from error
        overflow = any("overflow" in warning for warning in answer.warnings)
        listed = answer.type_name in ("list", "tuple")
        array = None if answer.array is None else answer.array
        return Given(answer.kind, array, answer.text, listed, overflow, answer.changed)


def _raised(error: SubmissionError) -> Given:
    if error.raised is None:
        raise Unanswerable(str(error)) from error
    return Given("raised", detail=f"{error.raised.type_name}: {error.raised.message}", line=error.raised.line)


class Edited:
    """A class that the judge itself has compiled: a reference, edited or not."""

    updates: ClassVar[int] = 0
    """How many updates all of them together have made, as far as they keep a history: a measure of what it took."""

    def __init__(self, source: str, class_name: str) -> None:
        self._source = source
        self._class_name = class_name

    @cached_property
    def made(self) -> type:
        """The class. Raises ``SyntaxError``: two edits need not make sense together."""
        namespace: dict[str, Any] = {"__name__": "edited"}
        exec(compile(self._source, "edited", "exec"), namespace)
        made: type = namespace[self._class_name]
        return made

    @cached_property
    def shares_state(self) -> bool:
        """Whether what one model does may show in another."""
        own = vars(self.made).items()
        return "type(self)" in self._source or any(n[0] != "_" and not callable(v) for n, v in own)

    def new(self, options: dict[str, float]) -> Any:
        """Make a model."""
        try:
            return self.made(**options)
        except TypeError as error:  # an edited signature
            raise Failed(Given("raised", detail=f"TypeError: {error}")) from error

    def fit(self, model: Any, X: NDArray[Any], y: NDArray[Any]) -> Given:
        """Fit it on copies of the arrays."""
        given = self._do(model, model.fit, [X, y], {})
        history = getattr(model, "loss_history", ())
        Edited.updates += len(history) if isinstance(history, list) else 0
        return given

    def look(self, model: Any, name: str) -> Given:
        """Look at an attribute."""
        if not hasattr(model, name):
            return Given("missing", detail=", ".join(vars(model)))
        return _describe(model, getattr(model, name))

    def call(self, model: Any, name: str, arguments: list[NDArray[Any]], keywords: dict[str, float]) -> Given:
        """Call a method on copies of the arrays."""
        return self._do(model, getattr(model, name), arguments, keywords)

    def _do(
        self, model: Any, method: Callable[..., Any], arguments: list[NDArray[Any]], keywords: dict[str, float]
    ) -> Given:
        copies = [array.copy() for array in arguments]
        silence = contextlib.redirect_stdout(io.StringIO())
        with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn"), silence:
            warnings.simplefilter("always")
            try:
                value = method(*copies, **keywords)
            except Exception as error:  # an edited reference may well raise: that is its answer
                return Given("raised", detail=f"{type(error).__name__}: {error}")
        changed = tuple(
            i for i, (copy, array) in enumerate(zip(copies, arguments, strict=True)) if not _same(copy, array)
        )
        overflow = any("overflow" in str(warning.message) for warning in caught)
        return _describe(model, value, overflow, changed)


def _same(copy: NDArray[Any], array: NDArray[Any]) -> bool:
    return copy.tobytes() == array.tobytes()


def _describe(model: Any, value: Any, overflow: bool = False, changed: tuple[int, ...] = ()) -> Given:
    if value is model:
        return Given("self", overflow=overflow, changed=changed)
    if value is None:
        return Given("none", overflow=overflow, changed=changed)
    try:
        array = np.array(value)  # a copy: the model goes on
    except ValueError:
        return Given("object", changed=changed)
    if array.dtype.kind not in "biuf":
        return Given("object", changed=changed)
    return Given("array", array, "", isinstance(value, (list, tuple)), overflow, changed)
