"""Remembers what two mistakes answer together about the first step, so that thousands of pairs need not be tried again.

The first step is a handful of numbers. One look at all of them leaves the few pairs that are worth trying in full.
"""

import hashlib
from functools import cache, cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from grader.diagnosis import remembered
from grader.diagnosis.answers import key_of
from grader.diagnosis.likelihood import Pair
from grader.diagnosis.probe import RTOL, Answers
from grader.misconceptions import load_entries
from grader.results import Exercise

Row = NDArray[np.float64]
ORDERS = 2


class _File(Struct, frozen=True):
    names: tuple[str, ...]
    numbers: bytes


class FirstSteps:
    """The answers of pairs of mistakes to the first two questions: a row of numbers for each order of the two."""

    def __init__(self, exercise: Exercise, plain: Answers) -> None:
        """``plain`` are the answers of the reference; those of a pair are kept if they have the same shape."""
        self._questions = plain.probe.questions[:2]
        self._shapes = [array.shape for q in self._questions if (array := plain[q].array) is not None]
        self._width = sum(int(np.prod(shape)) for shape in self._shapes)
        self._entries = {entry.id: entry for entry in load_entries(exercise.stem).misconceptions}
        edits = repr([(entry.id, entry.edits) for entry in self._entries.values()])
        self._key = hashlib.sha256(f"{key_of(exercise)} {exercise.reference} {edits}".encode()).hexdigest()
        self._file = f"{exercise.stem}-pairs.msgpack"
        self._news = False

    @cached_property
    def _rows(self) -> dict[str, Row]:
        # read when it is needed: most diagnoses look at no pairs
        return self._read()

    def _read(self) -> dict[str, Row]:
        found = remembered.read(self._file, self._key, _File)
        if found is None or len(found.numbers) != 8 * ORDERS * self._width * len(found.names):
            return {}
        return dict(zip(found.names, np.frombuffer(found.numbers).reshape(-1, ORDERS, self._width), strict=True))

    def knows(self, pair: Pair) -> bool:
        """Return whether the pair has been tried before."""
        return _name(pair) in self._rows

    def note(self, pair: Pair, orders: list[Answers]) -> None:
        """Remember what the pair answers, in the orders in which the two apply together."""
        rows = np.full((ORDERS, self._width), np.nan)
        for place, answers in enumerate(orders):
            row = self.row(answers)
            if row is not None:
                rows[place] = row
        self._rows[_name(pair)] = rows
        self._news = True

    def row(self, answers: Answers) -> Row | None:
        """Return the answers as a row; None if they are no finite numbers in the shapes of the reference's."""
        given = [answers[q] for q in self._questions]
        if [g.numbers.shape for g in given if g.array is not None] != self._shapes:
            return None
        row = np.concatenate([g.numbers.ravel() for g in given])
        return row if np.isfinite(row).all() else None

    def gives(self, pair: Pair, row: Row) -> bool:
        """Return whether a pair that is known gives this row: nearly, as every answer is compared later on."""
        return bool(_near(self._rows[_name(pair)], row).any())

    def matching(self, row: Row) -> frozenset[Pair]:
        """Return which of the pairs that are known give this row."""
        if not self._rows:
            return frozenset()
        near = np.any(_near(np.array(list(self._rows.values())), row), axis=1)
        names = [name.split() for name, is_near in zip(self._rows, near, strict=True) if is_near]
        return frozenset((self._entries[one], self._entries[other]) for one, other in names)

    def save(self) -> None:
        """Write down what is new, if anything is."""
        if self._news:
            rows = {**self._read(), **self._rows}  # others may have written in the meantime
            remembered.write(self._file, self._key, _File(tuple(rows), np.array(list(rows.values())).tobytes()))
            self._news = False


def _near(rows: Row, row: Row) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = (np.abs(rows - row) <= 10 * RTOL * np.max(np.abs(row), initial=1e-12)).all(axis=-1)
    return near


def _name(pair: Pair) -> str:
    return f"{pair[0].id} {pair[1].id}"


@cache
def first_steps(exercise: Exercise, plain: Answers) -> FirstSteps:
    """Return what is remembered of the pairs of an exercise."""
    return FirstSteps(exercise, plain)
