"""Turns a submission's answers to a probe into the conventions that it follows and the name of its mistake.

Both are edits of the reference, held against the submission in the same way: channel by channel (training, loss,
prediction, score, manners), so that mistakes in different places do not multiply. An entry counts only if *every*
answer of its channel agrees, and only if a second probe, with other data and other hyperparameters, confirms it.
"""

import importlib
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

import numpy as np
from msgspec import Struct

from grader.crash import explain_crash
from grader.misconceptions import Convention, Edit, Entries, Family, Misconception, edit_source, load_entries
from grader.probe import (
    CHANNELS,
    Answers,
    Channel,
    Edited,
    Probe,
    Question,
    Submitted,
    Unanswerable,
    agree,
    distance,
    first_difference,
)
from grader.results import Diagnosis, Exercise
from grader.sandbox.remote import Candidate

Edits = tuple[Edit, ...]

DERIVED: tuple[Channel, ...] = ("prediction", "score")
"""Channels in which a convention shows only because it shows in the training."""

EARLY = 12
"""How many questions of the training channel tell which mistakes could make up a pair."""

MAX_PAIRS = 1200
"""How many pairs are tried in a channel: a count, not a time, so that every machine says the same."""

SMALL_START = 0.1
"""A random start is accepted if no weight is further from zero: it is then forgotten before the training ends."""


class Suspect(Struct, frozen=True):
    """One or two entries that behave as the submission does in a channel."""

    entries: tuple[Misconception, ...]
    edits: Edits
    number: float | None = None
    """The number of a family."""
    family: Family | None = None


class Accepted(Struct, frozen=True):
    """The conventions that a submission follows, and the reference edited to follow them too."""

    conventions: tuple[Convention, ...] = ()
    edits: Edits = ()


class Finding(Struct, frozen=True):
    """A mistake, and the reference edited to make it."""

    diagnosis: Diagnosis
    source: str | None = None
    """None if it has no name."""
    edits: Edits = ()
    """Those of the mistake alone."""


class Case:
    """One submission before the probes of its exercise."""

    def __init__(
        self, exercise: Exercise, respondents: tuple[Answers, Answers], entries: Entries | None = None
    ) -> None:
        """``entries`` are what is known of the exercise, if it is not everything."""
        self._exercise = exercise
        self.entries = entries or load_entries(exercise.stem)
        self.first, self.second = respondents

    @classmethod
    def of(cls, exercise: Exercise, candidate: Candidate) -> "Case":
        """Put the candidate's class before the probes."""
        first, second, _ = load_probes(exercise)
        return cls(exercise, (Answers(first, Submitted(candidate)), Answers(second, Submitted(candidate))))

    def differs(self, edits: Edits, channel: Channel) -> Question | None:
        """Return the first question of a channel that the submission answers differently from the edited reference."""
        own = edited_answers(self._exercise, edits)
        assert own is not None
        return first_difference(self.first, own[0], self.first.probe.in_channel(channel))

    def behaves_like(self, edits: Edits, channels: tuple[Channel, ...], confirm: bool = False) -> bool:
        """Return whether all answers of the channels agree with the edited reference's."""
        own = edited_answers(self._exercise, edits)
        return own is not None and self.agrees_with(own[confirm], channels)

    def agrees_with(self, other: Answers, channels: tuple[Channel, ...]) -> bool:
        """Return whether all answers of the channels agree with those of another respondent to the same probe."""
        mine = self.first if other.probe is self.first.probe else self.second
        return all(agree(mine[q], other[q], q) for c in channels for q in mine.probe.in_channel(c))


@cache
def load_probes(exercise: Exercise) -> tuple[Probe, Probe, Probe]:
    """Return the questions for the diagnosis, those that confirm it, and those by which it is measured itself."""
    suite = importlib.import_module(f"grader.suites.{exercise.suite.stem}")
    first, second, unseen = suite.probes()
    return first, second, unseen


def answer_edited(exercise: Exercise, edits: Edits) -> tuple[Answers, Answers] | None:
    """Return the answers of an edited reference to both probes; None if the edits do not apply together."""
    source = edit_source(exercise.reference, edits)
    if source is None:
        return None
    try:
        respondent = Edited(source, exercise.class_name)
    except SyntaxError:
        return None
    first, second, _ = load_probes(exercise)
    both = Answers(first, respondent), Answers(second, respondent)
    if respondent.shares_state:
        both[0].ask_all()
    return both


edited_answers = lru_cache(maxsize=1000)(answer_edited)
"""The same, kept for the next submission: single entries and what they add up to, but not the thousands of pairs."""


# ---------------------------------------------------------------- conventions


def recognise(exercise: Exercise, case: Case) -> Accepted:
    """Return the accepted conventions that a submission follows; none if it hangs or crashes on the way."""
    conventions = [c for c in case.entries.conventions if not c.random_start]
    try:
        return _recognise(exercise, case, conventions)
    except Unanswerable:
        return Accepted()


def _recognise(exercise: Exercise, case: Case, conventions: list[Convention]) -> Accepted:
    accepted = Accepted()
    for position, channel in enumerate(CHANNELS):
        if channel in DERIVED or case.differs(accepted.edits, channel) is None:
            continue
        known = [c for c in CHANNELS[:position] if c not in DERIVED]
        for group in (*((c,) for c in conventions), *combinations(conventions, 2)):
            edits = accepted.edits + tuple(edit for convention in group for edit in convention.edits)
            if set(group).isdisjoint(accepted.conventions) and case.behaves_like(edits, (channel, *known)):
                accepted = Accepted(accepted.conventions + tuple(group), edits)
                break
    settled: tuple[Channel, ...] = tuple(c for c in CHANNELS if c not in DERIVED and _touches(exercise, accepted, c))
    if any(convention.predicts for convention in accepted.conventions):
        settled = (*settled, *DERIVED)
    if case.behaves_like(accepted.edits, settled) and case.behaves_like(accepted.edits, settled, confirm=True):
        return accepted
    return Accepted()


def _touches(exercise: Exercise, accepted: Accepted, channel: Channel) -> bool:
    """Return whether the conventions show in a channel: only there do they have to be kept to."""
    plain, edited = edited_answers(exercise, ()), edited_answers(exercise, accepted.edits)
    assert plain is not None
    assert edited is not None
    return first_difference(edited[0], plain[0], plain[0].probe.in_channel(channel)) is not None


def starts_at_random(exercise: Exercise, candidate: Candidate) -> Convention | None:
    """Return the convention of a small random start if the submission's start is one."""
    convention = next((c for c in load_entries(exercise.stem).conventions if c.random_start), None)
    probe = load_probes(exercise)[0]
    if convention is None or not probe.start:
        return None
    try:
        answers = Answers(probe, Submitted(candidate))
        start = [given.array for given in (answers[question] for question in probe.start) if given.array is not None]
    except Unanswerable:
        return None
    largest = max((float(np.max(np.abs(array.astype(float)), initial=0.0)) for array in start), default=0.0)
    return convention if 0 < largest <= SMALL_START else None


# ------------------------------------------------------------------ mistakes


def diagnose(exercise: Exercise, case: Case, accepted: Accepted) -> tuple[Finding, ...]:
    """Name the mistakes of a submission that failed; nothing if it hangs, or answers everything right."""
    try:
        case.first.ask_all()
        return _diagnose(exercise, case, accepted)
    except Unanswerable:
        return ()


def _diagnose(exercise: Exercise, case: Case, accepted: Accepted) -> tuple[Finding, ...]:
    edits = accepted.edits
    findings: list[Finding] = []
    known: tuple[Channel, ...] = ()
    unknown: Question | None = None
    for channel in CHANNELS:
        question = case.differs(edits, channel)
        if question is not None:
            suspect = next(find(exercise, case, edits, channel, known), None)
            if suspect is None:
                unknown = unknown or question
                if channel == "training":
                    break  # what comes later follows from it
                continue
            findings += _name(exercise, accepted, suspect)
            edits += suspect.edits
        known = (*known, channel)
    if findings and not case.behaves_like(edits, known, confirm=True):
        unknown = next(q for channel in CHANNELS if (q := case.differs(accepted.edits, channel)))
        findings, edits = [], accepted.edits
    if unknown is not None:
        findings.append(Finding(describe_unknown(exercise, case, edits, unknown)))
    return tuple(findings)


def find(
    exercise: Exercise, case: Case, edits: Edits, channel: Channel, known: tuple[Channel, ...]
) -> Iterator[Suspect]:
    """Yield what behaves as the submission in a channel: single mistakes, families, then pairs.

    Among several single mistakes, those come first that explain most of the later channels as well.
    """
    entries = [entry for entry in case.entries.misconceptions if _answers_at_all(exercise, entry)]
    later = CHANNELS[CHANNELS.index(channel) + 1 :]
    singles = [
        Suspect((entry,), entry.edits) for entry in entries if case.behaves_like(edits + entry.edits, (channel, *known))
    ]
    yield from sorted(singles, key=lambda s: -sum(case.differs(edits + s.edits, c) is None for c in later))
    for family in case.entries.families:
        number = solve(exercise, case, edits, family, channel)
        if number is not None:
            with_number = family.with_number(number)
            if case.behaves_like(edits + with_number, (channel, *known)):
                yield Suspect((), with_number, number, family)
    first = case.first[case.first.probe.in_channel(channel)[0]].array
    # an exception, or something beyond numbers, could be anything
    if channel != "manners" and first is not None and np.isfinite(first.astype(float)).all():
        yield from pairs(exercise, case, edits, entries, channel)


@cache
def _answers_at_all(exercise: Exercise, entry: Misconception) -> bool:
    """Return whether a mistake shows in more than an exception: many mistakes raise the same one."""
    answers = _first_answers(exercise, entry.edits)
    return answers[answers.probe.questions[0]].kind != "raised"


def pairs(
    exercise: Exercise, case: Case, edits: Edits, entries: list[Misconception], channel: Channel
) -> Iterator[Suspect]:
    """Yield pairs of mistakes that together behave as the submission does in a channel."""
    base = _first_answers(exercise, edits)
    # the first questions are about few iterations, which is cheap, and where nearly every mistake shows
    early = case.first.probe.in_channel(channel)[:EARLY]
    wrong = frozenset(q for q in early if not agree(base[q], case.first[q], q))
    stuck = channel != "training" or _is_stuck(case.first)
    changes = {}
    for entry in entries:
        if edited_answers(exercise, edits + entry.edits) is not None:
            answers = _first_answers(exercise, edits + entry.edits)
            changed = frozenset(q for q in early if not agree(answers[q], base[q], q))
            # two mistakes that cancel in the first step are not looked for
            if changed and changed.intersection(early[:2]) <= wrong and (stuck or not _is_stuck(answers)):
                changes[entry] = changed
    at_once = {entry for entry, changed in changes.items() if not changed.isdisjoint(early[:2])}
    # those first of which one alone already gives some of the answers
    hits = {
        entry: {q for q in early if agree(_first_answers(exercise, edits + entry.edits)[q], case.first[q], q)}
        for entry in changes
    }
    tried = 0
    for one, other in sorted(combinations(changes, 2), key=lambda pair: -len(hits[pair[0]] | hits[pair[1]])):
        by = [entry for entry in (one, other) if entry in at_once]
        if changes[one] | changes[other] >= wrong and all(_plausible(exercise, case, edits, q, by) for q in early[:2]):
            tried += 1
            if tried > MAX_PAIRS:
                return
            for both in ((one, other), (other, one)):
                together = tuple(edit for entry in both for edit in entry.edits)
                answers_of_both = answer_edited(exercise, edits + together)
                if answers_of_both is not None and case.agrees_with(answers_of_both[0], (channel,)):
                    yield Suspect((one, other), together)
                    break


def _is_stuck(answers: Answers) -> bool:
    """Return whether a second iteration changes nothing, whatever else is wrong."""
    first, second = (q for q in answers.probe.in_channel("training")[:4] if q.name == "weights")
    return agree(answers[first], answers[second], first)


def _plausible(exercise: Exercise, case: Case, edits: Edits, question: Question, by: list[Misconception]) -> bool:
    """Return whether two mistakes could together give the answer about the first step.

    ``by`` are those of the two that change anything there. If only one does, the answer is as that one has it; what
    both change has to be tried.
    """
    if len(by) == 2:
        return True
    answers = _first_answers(exercise, edits + by[0].edits if by else edits)
    return agree(answers[question], case.first[question], question)


def _first_answers(exercise: Exercise, edits: Edits) -> Answers:
    both = edited_answers(exercise, edits)
    assert both is not None
    return both[0]


def solve(exercise: Exercise, case: Case, edits: Edits, family: Family, channel: Channel) -> float | None:
    """Return the number with which a family would give the submission's answers; None if there is none.

    Where an answer is an affine function of the number, the answers for 0 and 1 determine it.
    """
    if edited_answers(exercise, edits + family.with_number(0.0)) is None:
        return None
    zero = _first_answers(exercise, edits + family.with_number(0.0))
    one = _first_answers(exercise, edits + family.with_number(1.0))
    question = first_difference(zero, one, case.first.probe.in_channel(channel))
    if question is None:
        return None
    arrays = [answers[question].array for answers in (zero, one, case.first)]
    if any(array is None for array in arrays):
        return None
    start, end, found = (np.asarray(array, dtype=float).ravel() for array in arrays)
    if not start.shape == end.shape == found.shape:
        return None
    direction = end - start
    with np.errstate(all="ignore"):  # a submission may well have left the range of numbers
        number = float(direction @ (found - start) / (direction @ direction))
    return number if np.isfinite(number) and abs(number - 1) > 1e-6 else None


def _name(exercise: Exercise, accepted: Accepted, suspect: Suspect) -> Iterator[Finding]:
    if suspect.family is not None and suspect.number is not None:
        family, shown = suspect.family, f"{suspect.number:.4g}"
        hints = tuple(hint.replace("{c}", shown) for hint in family.hints)
        diagnosis = Diagnosis(family.id, family.says.replace("{c}", shown), hints, "family")
        yield Finding(diagnosis, edit_source(exercise.reference, accepted.edits + suspect.edits), suspect.edits)
    for entry in suspect.entries:
        source = edit_source(exercise.reference, accepted.edits + entry.edits)
        yield Finding(Diagnosis(entry.id, entry.says, entry.hints, "exact"), source, entry.edits)


def describe_unknown(exercise: Exercise, case: Case, edits: Edits, question: Question) -> Diagnosis:
    """Say where the answers part for the first time, and by how much."""
    expected, given = _first_answers(exercise, edits)[question], case.first[question]
    if crash := explain_crash(question, given):
        return crash
    apart = distance(given, expected)
    if given.kind == "raised":
        how = f"there your code raises {given.detail}"
    elif apart is not None:
        how = f"they are off by {100 * apart:.3g} % of the largest value"
    elif given.array is not None and expected.array is not None:
        how = f"they have shape {given.array.shape} where {expected.array.shape} is expected"
    elif given.changed:
        how = "your code changes the arrays that it is given"
    else:
        how = f"there is {'nothing' if given.kind == 'none' else 'something of another kind'}"
    hint = f"Look at {question.what}: everything asked before them is right."
    says = f"No mistake that is known here explains this. What differs first is {question.what}: {how}."
    return Diagnosis("unknown", says, (hint,), "unknown")
