"""Turns a submission's answers to a probe into the accepted conventions that it follows."""

from collections.abc import Callable, Collection
from itertools import combinations

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from grader.diagnosis.answers import Edits, load_probes
from grader.diagnosis.case import Case
from grader.diagnosis.probe import CHANNELS, Answers, Channel, Unanswerable, agree, first_difference
from grader.diagnosis.respondents import Submitted
from grader.misconceptions import Convention, load_entries
from grader.results import Exercise
from grader.sandbox.remote import Candidate
from grader.static import find_calls

DERIVED: tuple[Channel, ...] = ("prediction", "score")
"""Channels in which a convention shows only because it shows in the training."""

SMALL_START = 0.1
"""A random start is accepted if no weight is further from zero: it is then forgotten before the training ends."""

MOST_ATTRIBUTES = 12
"""How many attributes are looked at in the search for one that holds the weights and the bias together."""


class Accepted(Struct, frozen=True):
    """The conventions that a submission follows, and the reference edited to follow them too."""

    conventions: tuple[Convention, ...] = ()
    edits: Edits = ()


def recognise(case: Case, *, passed: bool = False) -> Accepted:
    """Return the accepted conventions that a submission follows; none if it hangs or crashes on the way.

    Of one that has ``passed`` most is known: it is asked only where a convention shows that the suite lets pass.
    """
    conventions = [c for c in case.entries.conventions if c.shows and (c.passing or not passed)]
    channels = tuple(c for c in CHANNELS if not passed or any(c == convention.passing for convention in conventions))
    try:
        if not passed:
            case.first.ask_all()  # in their order, which matters where models share state
        return _recognise(case, conventions, channels)
    except Unanswerable:
        return Accepted()


def _recognise(case: Case, conventions: list[Convention], channels: tuple[Channel, ...]) -> Accepted:
    accepted = Accepted()
    for position, channel in enumerate(channels):
        if channel in DERIVED or case.differs(accepted.edits, channel) is None:
            continue
        known = [c for c in channels[:position] if c not in DERIVED]
        for group in (*((c,) for c in conventions), *combinations(conventions, 2)):
            edits = accepted.edits + tuple(edit for convention in group for edit in convention.edits)
            if set(group).isdisjoint(accepted.conventions) and case.behaves_like(edits, (channel, *known)):
                accepted = Accepted(accepted.conventions + tuple(group), edits)
                break
    if not accepted.conventions:
        return accepted
    settled: tuple[Channel, ...] = tuple(c for c in channels if c not in DERIVED and _touches(case, accepted, c))
    if any(convention.predicts for convention in accepted.conventions):
        settled = (*settled, *DERIVED)
    confirmed = case.behaves_like(accepted.edits, settled) and case.is_confirmed(accepted.edits, settled)
    return accepted if confirmed else Accepted()


def _touches(case: Case, accepted: Accepted, channel: Channel) -> bool:
    """Return whether the conventions show in a channel: only there do they have to be kept to."""
    plain, edited = case.answers_first(()), case.answers_first(accepted.edits)
    return first_difference(edited, plain, case.questions(channel)) is not None


def starts_at_random(exercise: Exercise, candidate: Candidate, another: Callable[..., Candidate]) -> Convention | None:
    """Return the convention of a small random start if the submission's start is one.

    ``candidate`` has been at work already; ``another`` makes a fresh one, or one whose random numbers are still.
    """
    convention = next((c for c in load_entries(exercise.stem).conventions if c.random_start), None)
    probe = load_probes(exercise)[0]
    if convention is None or not probe.start:
        return None

    def largest(asked: Candidate) -> float:
        answers = Answers(probe, Submitted(asked))
        start = [answers[question] for question in probe.start]
        return max(given.largest if given.all_finite else np.inf for given in start)

    try:
        # most start at zero, whatever was trained before; what one model has left to the next is no start
        if largest(candidate) == 0 or not 0 < largest(another()) <= SMALL_START:
            return None
        # nor is what comes of an update that was not asked for
        return convention if largest(another(still_random=True)) == 0 else None
    except Unanswerable:
        return None


# --------------------------------------------------- what does not show in the answers about the brief


def look_further(case: Case, source: str) -> tuple[Convention, ...]:
    """Return the conventions that need another look: how it goes beyond the brief, what it keeps, what it calls."""
    try:
        others = [convention for convention in case.entries.conventions if not convention.shows]
        # most sources hold none of the names: they need not be parsed once more
        named = any(convention.call and convention.call.split(".")[-1] in source for convention in others)
        calls = find_calls(source) if named else {}
        return tuple(convention for convention in others if _is_followed(case, convention, calls))
    except Unanswerable:
        return ()


def _is_followed(case: Case, convention: Convention, calls: Collection[str]) -> bool:
    if convention.beyond:
        edited, plain = case.answers_first(convention.edits), case.answers_first(())
        shows = [q for q in case.first.probe.beyond if not agree(edited[q], plain[q], q)]
        return bool(shows) and all(agree(case.first[q], edited[q], q) for q in shows)
    if convention.augmented:
        return _keeps_both_in_one(case.first)
    return bool(convention.call) and convention.call in calls


def _keeps_both_in_one(answers: Answers) -> bool:
    """Return whether there is an attribute beside the brief's that holds the bias and the weights, in either order."""
    weights, bias = answers.probe.in_channel("training")[:2]
    parts = [given.numbers.ravel() for given in (answers[weights], answers[bias]) if given.array is not None]
    if len(parts) < 2:
        return False
    both = [np.concatenate(order) for order in (parts, parts[::-1])]
    listing = answers[replace(weights, name="no_such_attribute")]
    for name in [name for name in listing.detail.split(", ") if name][:MOST_ATTRIBUTES]:
        array = answers[replace(weights, name=name)].array
        if array is not None and any(order.size == array.size and np.allclose(array.ravel(), order) for order in both):
            return True
    return False
