"""Turns the wrong answers of a submission into the fewest known mistakes that give exactly those answers.

Channel by channel, so that mistakes in different places do not multiply: single mistakes, families of them that differ
by a number, then pairs. What is suspected has to give *every* answer of its channel and of those before it, to both
probes. Several suspects may do so in one channel and differ in a later one, so the search turns back where one leads
nowhere, and the explanation with the fewest mistakes wins.
"""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from grader.answers import Edits, edited_answers
from grader.case import Case
from grader.misconceptions import Family, Misconception
from grader.pairs import find_pairs
from grader.probe import CHANNELS, Channel, agree, first_difference

MOST_MISTAKES = 5


class Suspect(Struct, frozen=True):
    """One or two entries that behave as the submission does in a channel."""

    entries: tuple[Misconception, ...]
    edits: Edits
    number: float | None = None
    """The number of a family."""
    family: Family | None = None

    @property
    def count(self) -> int:
        """How many mistakes that is; none if it only takes a liberty."""
        return len(self.entries) + (self.family is not None)


class Search:
    """The search for what is wrong with one submission."""

    def __init__(self, case: Case, accepted: Edits) -> None:
        """``accepted`` are the edits of the conventions that it follows."""
        self._case = case
        self._accepted = accepted
        self._liberties: dict[tuple[Edits, Channel, tuple[Channel, ...]], list[Suspect]] = {}
        self._singles: dict[tuple[Edits, Channel, tuple[Channel, ...]], list[Suspect]] = {}
        self._pairs: dict[tuple[Edits, Channel, tuple[Channel, ...]], list[Suspect]] = {}

    def explain(self) -> tuple[Suspect, ...] | None:
        """Return the fewest suspects that explain every answer; None if nothing does."""
        found = (self._explain(self._accepted, 0, n) for n in range(MOST_MISTAKES + 1))
        return next((suspects for suspects in found if suspects is not None), None)

    def _explain(self, edits: Edits, position: int, most: int) -> tuple[Suspect, ...] | None:
        while position < len(CHANNELS) and self._case.differs(edits, CHANNELS[position]) is None:
            position += 1
        if position == len(CHANNELS):
            return ()
        for suspect in self.suspects(edits, CHANNELS[position], CHANNELS[:position], most):
            if suspect.count <= most:
                rest = self._explain(edits + suspect.edits, position + 1, most - suspect.count)
                if rest is not None:
                    return (suspect, *rest)
        return None

    def suspects(
        self, edits: Edits, channel: Channel, known: tuple[Channel, ...], most: int = MOST_MISTAKES
    ) -> Iterator[Suspect]:
        """Yield what behaves as the submission in a channel and in the ``known`` ones: pairs only if nothing less."""
        key = (edits, channel, known)
        if key not in self._liberties:
            self._liberties[key] = list(self._take_liberties(edits, (), channel, known))
        yield from self._liberties[key]
        if most == 0:
            return
        if key not in self._singles:
            self._singles[key] = [*self._find_singles(edits, channel, known), *self._families(edits, channel, known)]
        yield from self._singles[key]
        if self._singles[key] or most < 2:
            return
        if key not in self._pairs:
            found = find_pairs(self._case, self._entries(), edits, channel, known)
            self._pairs[key] = [Suspect(pair, order) for pair, order in found]
        yield from self._pairs[key]

    def _fits(self, edits: Edits, channels: tuple[Channel, ...]) -> bool:
        return self._case.behaves_like(edits, channels) and self._case.is_confirmed(edits, channels)

    # --------------------------------------------------------------- one mistake

    def _find_singles(self, edits: Edits, channel: Channel, known: tuple[Channel, ...]) -> list[Suspect]:
        """Return the single mistakes, those first that explain most of the later channels as well."""
        likely, others = self._sort_out(known)
        found = [s for s in likely if self._fits(edits + s.edits, (channel, *known))]
        found = found or [s for s in others if self._fits(edits + s.edits, (channel, *known))]
        if not found:
            found = [taken for s in likely for taken in self._take_liberties(edits, s.entries, channel, known)]
        if len(found) < 2:
            return found
        later = CHANNELS[CHANNELS.index(channel) + 1 :]
        return sorted(found, key=lambda s: -sum(self._case.differs(edits + s.edits, c) is None for c in later))

    def _sort_out(self, known: tuple[Channel, ...]) -> tuple[list[Suspect], list[Suspect]]:
        """Return those mistakes first that leave the beginnings of the known channels as they are in the reference."""
        plain = self._case.answers_first(self._accepted)
        likely: list[Suspect] = []
        others: list[Suspect] = []
        beginnings = [question for channel in known for question in self._case.questions(channel)[:2]]
        for entry in self._entries():
            answers = self._case.answers(self._accepted + entry.edits)
            leaves = answers is not None and all(agree(answers[0][q], plain[q], q) for q in beginnings)
            (likely if leaves else others).append(Suspect((entry,), entry.edits))
        return likely, others

    def _entries(self) -> list[Misconception]:
        """Return the mistakes that show in more than an exception: many raise the same one."""
        question = self._case.first.probe.questions[0]

        def answers(entry: Misconception) -> bool:
            both = edited_answers(self._case.exercise, entry.edits)
            return both is not None and both[0][question].kind != "raised"

        return [entry for entry in self._case.entries.misconceptions if answers(entry)]

    def _take_liberties(
        self, edits: Edits, entries: tuple[Misconception, ...], channel: Channel, known: tuple[Channel, ...]
    ) -> Iterator[Suspect]:
        """Yield what fits if some liberty is taken too, provided that the beginning of the channel fits without it."""
        own = tuple(edit for entry in entries for edit in entry.edits)
        both, case = self._case.answers(edits + own), self._case
        if both is None or not all(agree(case.first[q], both[0][q], q) for q in case.questions(channel)[:2]):
            return
        for liberty in case.entries.liberties:
            if self._fits(edits + own + liberty.edits, (channel, *known)):
                yield Suspect(entries, own + liberty.edits)

    # ------------------------------------------------------------------ a number

    def _families(self, edits: Edits, channel: Channel, known: tuple[Channel, ...]) -> Iterator[Suspect]:
        for family in self._case.entries.families:
            number = self._solve(edits, family, channel)
            if number is not None:
                with_number = family.with_number(number)
                if self._fits(edits + with_number, (channel, *known)):
                    yield Suspect((), with_number, number, family)

    def _solve(self, edits: Edits, family: Family, channel: Channel) -> float | None:
        """Return the number with which a family would give the submission's answers; None if there is none.

        Where an answer is an affine function of the number, the answers for 0 and 1 determine it.
        """
        case = self._case
        ends = case.answers(edits + family.with_number(0.0)), case.answers(edits + family.with_number(1.0))
        if ends[0] is None or ends[1] is None:
            return None
        question = first_difference(ends[0][0], ends[1][0], case.questions(channel))
        if question is None:
            return None
        arrays = [answers[question].array for answers in (ends[0][0], ends[1][0], case.first)]
        if any(array is None for array in arrays):
            return None
        start, end, found = (np.asarray(array, dtype=float).ravel() for array in arrays)
        if not start.shape == end.shape == found.shape:
            return None
        direction = end - start
        with np.errstate(all="ignore"):  # a submission may well have left the range of numbers
            number = float(direction @ (found - start) / (direction @ direction))
        return number if np.isfinite(number) and abs(number - 1) > 1e-6 else None
