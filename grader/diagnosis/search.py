"""Turns the wrong answers of a submission into the fewest known mistakes that give exactly those answers.

Channel by channel, so that mistakes in different places do not multiply: single mistakes, families of them that differ
by a number, then pairs. What is suspected has to give *every* answer of its channel and of those before it, to both
probes. Several suspects may do so in one channel and differ in a later one, so the search turns back where one leads
nowhere, and the explanation with the fewest mistakes wins.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, takewhile

import numpy as np
from msgspec import Struct

from grader.diagnosis.answers import Edits, edited_answers
from grader.diagnosis.case import Case
from grader.diagnosis.pairs import find_pairs
from grader.diagnosis.probe import CHANNELS, Answers, Channel, agree, first_difference
from grader.diagnosis.respondents import Edited
from grader.misconceptions import Family, Liberty, Misconception

MOST_MISTAKES = 5
MAX_PAIRS = 600
"""How many pairs are tried in full in each pass of a search: a count, not a time, so that all machines say the same."""

MOST_UPDATES = 100_000
"""How many updates edited references make in a search: fifty times as many as it usually takes.

Where a mistake makes every training long, a search for what else is wrong would take a minute.
"""


class Suspect(Struct, frozen=True):
    """One or two entries that behave as the submission does in a channel."""

    entries: tuple[Misconception, ...]
    whole: Edits
    """Those of everything up to and including it."""
    edits: Edits
    """Its own."""
    number: float | None = None
    """The number of a family."""
    family: Family | None = None

    @property
    def count(self) -> int:
        """How many mistakes that is; none if it only takes a liberty."""
        return len(self.entries) + (self.family is not None)


Place = tuple[Edits, Channel, tuple[Channel, ...]]
"""Where a search stands: what it has explained by which edits, the channel that differs, and those that do not."""


class Search:
    """The search for what is wrong with one submission."""

    def __init__(self, case: Case, accepted: Edits) -> None:
        """``accepted`` are the edits of the conventions that it follows."""
        self._case = case
        self._accepted = accepted
        self._found: dict[tuple[str, Place], list[Suspect]] = {}
        self._beginning_right: dict[Place, tuple[Liberty, ...]] = {}
        self._end = Edited.updates + MOST_UPDATES
        self._allowance = self._allowed_pairs()
        self._pairs_always = False

    def explain(self) -> tuple[Suspect, ...] | None:
        """Return the fewest suspects that explain every answer; None if nothing does.

        Pairs are looked for where no single mistake fits; and if that comes to nothing, also where one does.
        """
        for self._pairs_always in (False, True):
            self._allowance = self._allowed_pairs()
            for most in range(MOST_MISTAKES + 1):
                suspects = self._explain(self._accepted, 0, most)
                if suspects is not None:
                    return suspects
        return None

    def _explain(self, edits: Edits, position: int, most: int) -> tuple[Suspect, ...] | None:
        while position < len(CHANNELS) and self._case.differs(edits, CHANNELS[position]) is None:
            position += 1
        if position == len(CHANNELS):
            return ()
        for suspect in self.suspects((edits, CHANNELS[position], CHANNELS[:position]), most):
            if suspect.count <= most:
                rest = self._explain(suspect.whole, position + 1, most - suspect.count)
                if rest is not None:
                    return (suspect, *rest)
        return None

    def suspects(self, place: Place, most: int = MOST_MISTAKES) -> Iterator[Suspect]:
        """Yield what behaves as the submission in a channel and in the ones before: pairs only if nothing less does."""
        yield from self._once("liberties", place, lambda: self._take_liberties(place, ()))
        if most == 0:
            return
        less = self._once("singles", place, lambda: chain(self._singles(place), self._families(place)))
        yield from less
        if most >= 2 and (self._pairs_always or not less):
            yield from self._once("pairs", place, lambda: self._pairs(place))

    @property
    def _is_spent(self) -> bool:
        return Edited.updates > self._end

    def _allowed_pairs(self) -> Iterator[int]:
        return takewhile(lambda _: not self._is_spent, range(MAX_PAIRS))

    def _once(self, what: str, place: Place, find: Callable[[], Iterable[Suspect]]) -> list[Suspect]:
        if (what, place) not in self._found:
            self._found[what, place] = list(find())
        return self._found[what, place]

    def _fitting(self, place: Place, own: Edits) -> Edits | None:
        """Return all edits with further ones, in an order in which they apply, if they fit."""
        edits, channel, known = place
        orders = (edits + own, own + edits)
        whole = next((order for order in orders if self._case.answers(order) is not None), None)
        if whole is None or not self._case.behaves_like(whole, (channel, *known)):
            return None
        return whole if self._case.is_confirmed(whole, (channel, *known)) else None

    # --------------------------------------------------------------- one mistake

    def _singles(self, place: Place) -> list[Suspect]:
        """Return the single mistakes, those first that explain most of the later channels as well."""
        likely, others = self._sort_out(place[2])
        found = [*self._those_that_fit(place, likely)] or [*self._those_that_fit(place, others)]
        if not found:
            found = [taken for entry in likely for taken in self._take_liberties(place, (entry,))]
        if len(found) < 2:
            return found
        later = CHANNELS[CHANNELS.index(place[1]) + 1 :]
        return sorted(found, key=lambda s: -sum(self._case.differs(s.whole, c) is None for c in later))

    def _those_that_fit(self, place: Place, entries: list[Misconception]) -> Iterator[Suspect]:
        for entry in entries:
            if self._is_spent:
                return
            whole = self._fitting(place, entry.edits)
            if whole is not None:
                yield Suspect((entry,), whole, entry.edits)

    def _sort_out(self, known: tuple[Channel, ...]) -> tuple[list[Misconception], list[Misconception]]:
        """Return those mistakes first that leave the beginnings of the known channels as they are in the reference."""
        plain = self._case.answers_first(self._accepted)
        likely: list[Misconception] = []
        others: list[Misconception] = []
        beginnings = [question for channel in known for question in self._case.questions(channel)[:2]]
        for entry in self._entries():
            answers = self._case.answers(self._accepted + entry.edits)
            leaves = answers is not None and all(agree(answers[0][q], plain[q], q) for q in beginnings)
            (likely if leaves else others).append(entry)
        return likely, others

    def _entries(self) -> list[Misconception]:
        """Return the mistakes that show in more than an exception: many raise the same one."""
        question = self._case.first.probe.questions[0]

        def answers(entry: Misconception) -> bool:
            both = edited_answers(self._case.exercise, entry.edits)
            return both is not None and both[0][question].kind != "raised"

        return [entry for entry in self._case.entries.misconceptions if answers(entry)]

    def _take_liberties(self, place: Place, entries: tuple[Misconception, ...]) -> Iterator[Suspect]:
        """Yield what fits if some liberty is taken too, provided that the beginning of the channel fits without it."""
        if self._is_spent:
            return
        edits, channel, _ = place
        own = tuple(edit for entry in entries for edit in entry.edits)
        both, case, questions = self._case.answers(edits + own), self._case, self._case.questions(channel)
        if both is None or not all(agree(case.first[q], both[0][q], q) for q in questions[:2]):
            return
        liberties: Iterable[Liberty] = case.entries.liberties
        if entries:
            base = case.answers_first(edits)
            if first_difference(both[0], base, questions) is None:
                # a mistake that shows nowhere in the channel leaves what differs first to the liberty
                liberties = self._that_begin_right(place)
            elif self._agreements(both[0], channel) <= self._agreements(base, channel):
                # a liberty shows only where the mistake leads: more has to be right with it than without
                return
        for liberty in liberties:
            whole = self._fitting(place, own + liberty.edits)
            if whole is not None:
                yield Suspect(entries, whole, own)

    def _agreements(self, answers: Answers, channel: Channel) -> int:
        return sum(agree(self._case.first[q], answers[q], q) for q in self._case.questions(channel))

    def _that_begin_right(self, place: Place) -> tuple[Liberty, ...]:
        """Return the liberties that by themselves give the first answer of a channel that differs."""
        if place not in self._beginning_right:
            edits, channel, _ = place
            case, first = self._case, self._case.differs(edits, channel)
            taken = [(liberty, case.answers(edits + liberty.edits)) for liberty in case.entries.liberties]
            self._beginning_right[place] = tuple(
                liberty
                for liberty, both in taken
                if both is not None and first is not None and agree(case.first[first], both[0][first], first)
            )
        return self._beginning_right[place]

    # -------------------------------------------------------------- two mistakes

    def _pairs(self, place: Place) -> Iterator[Suspect]:
        if self._is_spent:
            return
        edits, channel, known = place
        likely, _ = self._sort_out(known)
        alone = {entry for suspect in self._found["singles", place] for entry in suspect.entries}
        for pair, order in find_pairs(self._case, likely, edits, (channel, *known), alone, self._allowance):
            yield Suspect(pair, edits + order, order)

    # ------------------------------------------------------------------ a number

    def _families(self, place: Place) -> Iterator[Suspect]:
        edits, channel, _ = place
        for family in self._case.entries.families:
            if self._is_spent:
                return
            number = self._solve(edits, family, channel)
            if number is not None:
                own = family.with_number(number)
                whole = self._fitting(place, own)
                if whole is not None:
                    yield Suspect((), whole, own, number, family)

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
