"""Puts a fixed set of questions to a submission, or to an edited reference, and compares the answers.

A question is a small experiment: make a model, fit it, look at one thing. The answers are given lazily and kept, so
that a comparison stops asking at the first difference and nothing is asked twice.
"""

import contextlib
import io
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from grader.sandbox.remote import Blocked, Candidate, SubmissionError
from grader.sandbox.wire import Answer

Channel = Literal["training", "loss", "prediction", "score", "manners"]
CHANNELS: tuple[Channel, ...] = ("training", "loss", "prediction", "score", "manners")
"""Where a mistake can show, in the order in which one can hide the next."""

Options = tuple[tuple[str, float], ...]
DataSets = dict[str, tuple[NDArray[Any], NDArray[Any]]]

RTOL = 1e-6
"""How far two equal answers may be apart, relative to the largest number in them.

Different ways of writing the same arithmetic stay within 1e-15, in single precision within 3e-7; the nearest two
different mistakes in the catalogue differ by 1e-3.
"""


@dataclass(frozen=True)
class Question:
    """Make a model with ``options``, fit it on ``fits`` in turn, and look at ``name``."""

    what: str
    """What is looked at, in words: "the weights after 2 iterations"."""
    channel: Channel
    name: str
    """An attribute, or a method if there are ``arguments``; ``fit`` is what the last fit returned."""
    options: Options = ()
    fits: tuple[str, ...] = ("first",)
    arguments: tuple[str, ...] = ()
    """What the method is called with: ``X:first``, ``y:first``, or ``scores``."""
    keywords: Options = ()
    finite_only: bool = False
    """Whether only the finiteness counts: where honest answers differ."""
    rtol: float = RTOL


@dataclass(frozen=True)
class Probe:
    """Questions, and the data that they are about."""

    data: DataSets
    questions: tuple[Question, ...]
    start: tuple[Question, ...] = ()
    """What a model is before it has learned anything; for a method that has a start."""

    def in_channel(self, channel: Channel) -> tuple[Question, ...]:
        """Return the questions of one channel."""
        return tuple(question for question in self.questions if question.channel == channel)

    def argument(self, name: str) -> NDArray[Any]:
        """Return an argument of a method by its name."""
        part, _, data = name.partition(":")
        return self.data[data]["Xy".index(part)] if data else self.data[part][0]


@dataclass(frozen=True, eq=False)
class Given:
    """One answer, reduced to what is compared."""

    kind: str
    array: NDArray[Any] | None = None
    detail: str = ""
    """The exception, or the attributes that are there instead of a missing one."""
    listed: bool = False
    """Whether the numbers came as a list or a tuple."""
    overflow: bool = False
    changed: tuple[int, ...] = ()


class Unanswerable(Exception):
    """A question that the submission hung in, or crashed in: there is nothing to compare."""


class Respondent(Protocol):
    """What questions are put to."""

    def new(self, options: dict[str, float]) -> Any:
        """Make a model."""

    def fit(self, model: Any, X: NDArray[Any], y: NDArray[Any]) -> Given:
        """Fit it."""

    def look(self, model: Any, name: str) -> Given:
        """Look at an attribute."""

    def call(self, model: Any, name: str, arguments: list[NDArray[Any]], keywords: dict[str, float]) -> Given:
        """Call a method."""


class Answers:
    """The answers of one respondent, asked for when they are first needed."""

    def __init__(self, probe: Probe, respondent: Respondent) -> None:
        self.probe = probe
        self._respondent = respondent
        self._models: dict[tuple[Options, tuple[str, ...]], tuple[Any, Given]] = {}
        self._given: dict[Question, Given] = {}

    def __getitem__(self, question: Question) -> Given:
        """Return the answer to a question. Raises ``Unanswerable``."""
        if question not in self._given:
            self._given[question] = self._ask(question)
        return self._given[question]

    def ask_all(self) -> None:
        """Ask everything, in the order of the probe: where models share state, the order matters."""
        for question in self.probe.questions:
            self[question]

    def _ask(self, question: Question) -> Given:
        model, fitted = self._fitted(question.options, question.fits)
        if fitted.kind == "raised" or question.name == "fit":
            return fitted
        if not question.arguments:
            return self._respondent.look(model, question.name)
        arguments = [self.probe.argument(name) for name in question.arguments]
        return self._respondent.call(model, question.name, arguments, dict(question.keywords))

    def _fitted(self, options: Options, fits: tuple[str, ...]) -> tuple[Any, Given]:
        key = (options, fits)
        if key not in self._models:
            try:
                model, given = self._respondent.new(dict(options)), Given("none")
            except _Failed as failed:
                model, given = None, failed.given
            for data in fits:
                if given.kind == "raised":
                    break
                given = self._respondent.fit(model, *(array.copy() for array in self.probe.data[data]))
            self._models[key] = model, given
        return self._models[key]


class _Failed(Exception):
    def __init__(self, given: Given) -> None:
        super().__init__(given.detail)
        self.given = given


class Submitted:
    """The candidate's class, in its worker."""

    def __init__(self, candidate: Candidate) -> None:
        self._candidate = candidate

    def new(self, options: dict[str, float]) -> Any:
        """Make a model in the worker."""
        try:
            return self._candidate.new(**options)
        except SubmissionError as error:
            raise _Failed(_raised(error)) from error
        except Blocked as error:
            raise Unanswerable(str(error)) from error

    def fit(self, model: Any, X: NDArray[Any], y: NDArray[Any]) -> Given:
        """Fit it there."""
        return self._ask(lambda: model.fit(X, y))

    def look(self, model: Any, name: str) -> Given:
        """Look at an attribute."""
        return self._ask(lambda: getattr(model, name))

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
    return Given("raised", detail=f"{error.raised.type_name}: {error.raised.message}")


class Edited:
    """A class that the judge itself has compiled: a reference, edited or not."""

    def __init__(self, source: str, class_name: str) -> None:
        """Compile the source. Raises ``SyntaxError``: two edits need not make sense together."""
        namespace: dict[str, Any] = {"__name__": "edited"}
        exec(compile(source, "edited", "exec"), namespace)
        self._class = namespace[class_name]
        own = vars(self._class).items()
        self.shares_state = "type(self)" in source or any(n[0] != "_" and not callable(v) for n, v in own)
        """Whether what one model does may show in another."""

    def new(self, options: dict[str, float]) -> Any:
        """Make a model."""
        try:
            return self._class(**options)
        except TypeError as error:  # an edited signature
            raise _Failed(Given("raised", detail=f"TypeError: {error}")) from error

    def fit(self, model: Any, X: NDArray[Any], y: NDArray[Any]) -> Given:
        """Fit it on copies of the arrays."""
        return self._do(model, model.fit, [X, y], {})

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


# ----------------------------------------------------------------- comparison


def agree(one: Given, other: Given, question: Question) -> bool:
    """Return whether two answers to a question are the same."""
    if one.kind != other.kind or one.changed != other.changed or one.overflow != other.overflow:
        return False
    if one.kind == "raised":
        return one.detail == other.detail
    if one.array is None or other.array is None:
        return True
    if one.array.shape != other.array.shape:
        return False
    if question.channel == "manners":
        return one.listed == other.listed and (one.array.dtype.kind == "f") == (other.array.dtype.kind == "f")
    return _close(one.array, other.array, question)


def _close(one: NDArray[Any], other: NDArray[Any], question: Question) -> bool:
    first, second = one.astype(np.float64), other.astype(np.float64)
    finite = np.isfinite(first)
    if not (finite == np.isfinite(second)).all():
        return False
    if question.finite_only:
        return bool((np.isnan(first) == np.isnan(second)).all())
    first, second = first[finite], second[finite]
    scale = float(np.max(np.abs(second), initial=0.0))
    return bool((np.abs(first - second) <= question.rtol * max(scale, 1e-12)).all())


def first_difference(one: Answers, other: Answers, questions: Iterable[Question]) -> Question | None:
    """Return the first of the questions that two respondents answer differently; None if there is none."""
    return next((q for q in questions if not agree(one[q], other[q], q)), None)


def distance(one: Given, other: Given) -> float | None:
    """Return how far two arrays of numbers are apart, relative to the second; None if they do not compare."""
    if one.array is None or other.array is None or one.array.shape != other.array.shape:
        return None
    first, second = one.array.astype(np.float64), other.array.astype(np.float64)
    scale = float(np.max(np.abs(second), initial=0.0))
    apart = float(np.max(np.abs(first - second), initial=0.0))
    return apart / scale if np.isfinite(apart) and scale > 0 else None
