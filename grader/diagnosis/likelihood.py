"""Turns what single mistakes answer into an order in which to try them in pairs.

There are ten thousand pairs and more, and to try one takes a third of a millisecond. But what two mistakes answer
together is nearly always what one of them answers alone, or their product, or their sum, measured from the reference;
so those pairs come first that would explain most answers in one of these ways.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.diagnosis.probe import RTOL, Answers, Given, Question, agree
from grader.misconceptions import Misconception

COMPOSED = 4
"""How many of the questions are looked at for products and sums: later ones are no such simple functions."""

FIRST = 2
"""How many questions are about the first step: the weights and the bias after it."""

Bools = NDArray[np.bool_]
Pair = tuple[Misconception, Misconception]


class Table:
    """Mistakes by questions: which mistake changes which answer, and which gives the submission's."""

    def __init__(
        self,
        submission: Answers,
        base: Answers,
        answers: Mapping[Misconception, Answers],
        questions: Sequence[Question],
        start: Sequence[Question] = (),
    ) -> None:
        """``base`` are the answers without the mistakes; ``start`` asks for the model before it has learned."""
        self._questions = questions
        self._submission = [submission[q] for q in questions]
        self._base = [base[q] for q in questions]
        self._given = [[own[q] for own in answers.values()] for q in questions]
        self.answers = answers
        self._entries = list(answers)
        self._moved = np.array([_is_moved(own, base, questions, start) for own in answers.values()], dtype=bool)
        self._wrong = np.array(
            [not agree(b, s, q) for b, s, q in zip(self._base, self._submission, questions, strict=True)]
        )
        self._changed = self._which(self._base, negate=True)
        self._hits = self._which(self._submission)

    def _which(self, targets: list[Given], negate: bool = False) -> Bools:
        columns = [
            same(given, target, q) for given, target, q in zip(self._given, targets, self._questions, strict=True)
        ]
        table = np.array(columns).T
        return ~table if negate else table

    def ranked(self) -> Iterator[Pair]:
        """Yield the pairs that are possible at all, the likeliest first."""
        if len(self._entries) < 2 or not self._questions:
            return
        explained = (self._hits[:, None, :] | self._hits[None, :, :]) | self._composed()
        # a mistake that changes what is right about the first step has to be undone there by the other one
        spoilt = (self._changed[:, :FIRST] & ~self._wrong[:FIRST]).sum(axis=1)
        likelihood = explained.sum(axis=2) - spoilt[:, None] - spoilt[None, :]
        one, other = np.nonzero(np.triu(self._possible(), 1))
        for place in np.argsort(-likelihood[one, other], kind="stable"):
            yield self._entries[one[place]], self._entries[other[place]]

    def complete(self) -> list[Misconception]:
        """Return the mistakes that alone give every answer to these questions."""
        return [self._entries[place] for place in np.flatnonzero(np.all(self._hits, axis=1))]

    def silent(self) -> list[Misconception]:
        """Return the mistakes that change no answer to these questions."""
        return [self._entries[place] for place in np.flatnonzero(~np.any(self._changed, axis=1))]

    def twins(self, entry: Misconception) -> list[Misconception]:
        """Return the mistakes that give the same answers as one of them, that one first."""
        place = self._entries.index(entry)
        columns = zip(self._given, self._questions, strict=True)
        alike = np.all([same(given, given[place], question) for given, question in columns], axis=0)
        return [entry, *(self._entries[i] for i in np.flatnonzero(alike) if i != place)]

    def _possible(self) -> Bools:
        """Return which pairs could give the answers at all.

        What is wrong has to be changed by one of them. If only one of two changes anything about the first step, the
        answers there are as that one has them; what both change has to be tried. A mistake that starts elsewhere, or
        is a step ahead, lets every other one show at once.
        """
        shows = np.any(self._changed, axis=1)
        possible: Bools = shows[:, None] & shows[None, :]
        possible &= (~self._wrong | self._changed[:, None, :] | self._changed[None, :, :]).all(axis=2)
        at_once = np.any(self._changed[:, :FIRST], axis=1)
        explains = np.all(self._hits[:, :FIRST], axis=1)
        both = at_once[:, None] & at_once[None, :] | self._moved[:, None] | self._moved[None, :]
        neither = ~at_once[:, None] & ~at_once[None, :]
        alone = np.where(at_once[:, None], explains[:, None], explains[None, :])
        # that neither changes anything there is right only if nothing is wrong there
        possible &= both | np.where(neither, not self._wrong[:FIRST].any(), alone)
        return possible

    def _composed(self) -> Bools:
        """Return which pairs explain which answers as a product or a sum of what they do alone."""
        size = len(self._entries)
        composed = np.zeros((size, size, len(self._questions)), dtype=bool)
        for place in range(min(COMPOSED, len(self._questions))):
            target, base = (_flat(given[place]) for given in (self._submission, self._base))
            if target is None or base is None or target.shape != base.shape:
                continue
            rows = _stack(self._given[place], target.shape)
            one, other = rows[:, None, :], rows[None, :, :]
            scale = float(np.max(np.abs(target), initial=0.0))
            with np.errstate(all="ignore"):
                product = np.abs(one * other - target * base) <= RTOL * scale * float(np.max(np.abs(base), initial=0.0))
                total = np.abs(one + other - base - target) <= RTOL * scale
            composed[:, :, place] = product.all(axis=2) | total.all(axis=2)
        return composed


def _is_moved(own: Answers, base: Answers, questions: Sequence[Question], start: Sequence[Question]) -> bool:
    """Return whether a mistake starts elsewhere than the reference, or is where that is an iteration later."""
    if not start:
        return False
    first, second = questions[0], questions[FIRST]
    return not all(agree(own[q], base[q], q) for q in start) or agree(own[first], base[second], first)


def _flat(given: Given) -> NDArray[np.float64] | None:
    """Return the numbers of an answer; of many the first few, which tell enough."""
    if given.array is None or not given.all_finite:
        return None
    return given.numbers.ravel()[:12]


def _stack(answers: list[Given], shape: tuple[int, ...]) -> NDArray[Any]:
    """Return the numbers of many answers, one row each; NaN where they have another size."""
    rows = np.full((len(answers), *shape), np.nan)
    for place, given in enumerate(answers):
        flat = _flat(given)
        if flat is not None and flat.shape == shape:
            rows[place] = flat
    return rows


def _is_special(question: Question) -> bool:
    return question.finite_only or question.length_only or question.channel == "manners"


def same(answers: list[Given], target: Given, question: Question) -> Bools:
    """Return which of many answers to a question are the same as another one."""
    wanted = target.array
    if target.kind != "array" or wanted is None or _is_special(question):
        return np.array([agree(target, given, question) for given in answers], dtype=bool)
    found = np.zeros(len(answers), dtype=bool)
    comparable = [
        place
        for place, given in enumerate(answers)
        if given.array is not None
        and given.array.shape == wanted.shape
        and given.kind == target.kind
        and (given.changed, given.overflow) == (target.changed, target.overflow)
    ]
    if comparable:
        rows = np.array([answers[place].numbers for place in comparable]).reshape(len(comparable), -1)
        with np.errstate(all="ignore"):
            scale = np.max(np.abs(rows), axis=1, initial=1e-12, keepdims=True)
            close = np.abs(rows - target.numbers.ravel()) <= question.rtol * scale
        found[comparable] = close.all(axis=1)
    for place in comparable:  # what is not finite is compared one by one
        if not found[place] and not answers[place].all_finite:
            found[place] = agree(target, answers[place], question)
    return found
