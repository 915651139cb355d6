"""Puts a fixed set of questions to whoever answers them, and compares the answers.

A question is a small experiment: make a model, fit it, look at one thing. The answers are given lazily and kept, so
that a comparison stops asking at the first difference and nothing is asked twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Protocol

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

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


class Question(Struct, frozen=True, cache_hash=True):
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
    length_only: bool = False
    """Whether only the number of entries counts: where small differences have grown large."""
    rtol: float = RTOL
    late: bool = False
    """Whether it takes long, so that it is asked only of what has given every other answer of its channel."""


@dataclass(frozen=True)
class Probe:
    """Questions, and the data that they are about."""

    data: DataSets
    questions: tuple[Question, ...]
    start: tuple[Question, ...] = ()
    """What a model is before it has learned anything; for a method that has a start."""
    counter: str = ""
    """The option that says how many iterations there are; for a method that has iterations."""
    beyond: tuple[Question, ...] = ()
    """What the brief leaves open: the answers decide nothing, but some accepted conventions show in them."""

    @cached_property
    def places(self) -> dict[Question, int]:
        """Each question's place."""
        return {question: place for place, question in enumerate((*self.questions, *self.start, *self.beyond))}

    def in_channel(self, channel: Channel) -> tuple[Question, ...]:
        """Return the questions of one channel, the quick ones first."""
        return self._by_channel[channel]

    @cached_property
    def _by_channel(self) -> dict[Channel, tuple[Question, ...]]:
        ordered = sorted(self.questions, key=lambda question: question.late)
        return {channel: tuple(q for q in ordered if q.channel == channel) for channel in CHANNELS}

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
    line: int | None = None
    """The line of the submission that raised, if one did."""

    @cached_property
    def numbers(self) -> NDArray[np.float64]:
        """The array as numbers to reckon with; none if there is no array."""
        return np.empty(0) if self.array is None else self.array.astype(np.float64, copy=False)

    @cached_property
    def finite(self) -> NDArray[np.bool_]:
        """Which of the numbers are finite."""
        return np.isfinite(self.numbers)

    @cached_property
    def all_finite(self) -> bool:
        """Whether all of the numbers are."""
        return bool(self.finite.all())

    @cached_property
    def largest(self) -> float:
        """The largest size of a finite number; 0 if there is none."""
        numbers = self.numbers if self.all_finite else self.numbers[self.finite]
        return float(np.abs(numbers).max()) if numbers.size else 0.0


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

    @property
    def given(self) -> dict[Question, Given]:
        """What has been answered so far."""
        return self._given

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
            except Failed as failed:
                model, given = None, failed.given
            for data in fits:
                if given.kind == "raised":
                    break
                given = self._respondent.fit(model, *(array.copy() for array in self.probe.data[data]))
            self._models[key] = model, given
        return self._models[key]


class Failed(Exception):
    """A model that could not even be made."""

    def __init__(self, given: Given) -> None:
        super().__init__(given.detail)
        self.given = given


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
    if question.length_only:
        return True
    if question.channel == "manners":
        return one.listed == other.listed and (one.array.dtype.kind == "f") == (other.array.dtype.kind == "f")
    return _close(one, other, question)


def _close(one: Given, other: Given, question: Question) -> bool:
    first, second = one.numbers, other.numbers
    if not (one.all_finite and other.all_finite):
        if not np.array_equal(one.finite, other.finite):
            return False
        if question.finite_only:
            return bool((np.isnan(first) == np.isnan(second)).all())
        first, second = first[one.finite], second[one.finite]
    elif question.finite_only:
        return True
    return not first.size or bool(np.abs(first - second).max() <= question.rtol * max(other.largest, 1e-12))


def first_difference(one: Answers, other: Answers, questions: Iterable[Question]) -> Question | None:
    """Return the first of the questions that two respondents answer differently; None if there is none."""
    return next((q for q in questions if not agree(one[q], other[q], q)), None)


def distance(one: Given, other: Given) -> float | None:
    """Return how far two arrays of numbers are apart, relative to the second; None if they do not compare."""
    if one.array is None or other.array is None or one.array.shape != other.array.shape:
        return None
    with np.errstate(invalid="ignore"):  # what has left the range of numbers does not compare
        apart = float(np.max(np.abs(one.numbers - other.numbers), initial=0.0))
    return apart / other.largest if np.isfinite(apart) and other.largest > 0 else None
