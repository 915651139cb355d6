"""Turns a submission's answers to the probes into the names of its mistakes, or into an honest "unknown".

A mistake is an edit of the reference. It counts only if *every* answer of its channel agrees with the edited
reference's, and only if a second probe, with other data and other hyperparameters, confirms it.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from grader.diagnosis.answers import Edits, recall
from grader.diagnosis.case import Case
from grader.diagnosis.code import Code
from grader.diagnosis.conventions import Accepted
from grader.diagnosis.crash import Crash, explain_exception, explain_missing
from grader.diagnosis.first_steps import first_steps
from grader.diagnosis.led import LedCase
from grader.diagnosis.probe import CHANNELS, RTOL, Channel, Given, Question, Unanswerable, distance
from grader.diagnosis.search import Search, Suspect
from grader.misconceptions import Family, Misconception, edit_source
from grader.results import Diagnosis, Exercise


class Finding(Struct, frozen=True):
    """A mistake, and the reference edited to make it."""

    diagnosis: Diagnosis
    source: str | None = None
    """None if it has no name."""
    whole: Edits = ()
    """Those of the conventions, of the mistakes before it, and of the mistake itself."""
    crash: Given | None = None
    """The answer that is none, if that is what was explained."""


def diagnose(case: Case, accepted: Accepted) -> tuple[Finding, ...]:
    """Name the mistakes of a submission that failed; nothing if it hangs, or answers everything right."""
    try:
        case.first.ask_all()
        return _diagnose(case, accepted)
    except Unanswerable:
        return ()


def _diagnose(case: Case, accepted: Accepted) -> tuple[Finding, ...]:
    if _all_right(case, accepted):
        return ()
    search = Search(case, accepted.edits)
    suspects = search.explain()
    if suspects is not None:
        alone = sum(suspect.count for suspect in suspects) == 1
        return tuple(finding for suspect in suspects for finding in _name(case, accepted, suspect, alone))
    return tuple(_explain_in_part(case, accepted, search))


def _all_right(case: Case, accepted: Accepted) -> bool:
    return all(case.differs(accepted.edits, channel) is None for channel in CHANNELS)


def beyond_the_questions(case: Case, accepted: Accepted) -> tuple[Finding, ...]:
    """Say that what fails does not show in the questions; nothing if it does, or if the submission hangs."""
    try:
        if not _all_right(case, accepted):
            return ()
    except Unanswerable:
        return ()
    says = "No mistake that is known here explains this: on small data your code gives every answer that it should."
    hint = "Look at what the failed checks have beyond that: more rows, more iterations, longer rates, extreme values."
    return (Finding(Diagnosis("unknown", says, (hint,), "unknown")),)


def remember(exercise: Exercise) -> None:
    """Keep what the diagnoses so far had to compute for the next ones, also for those of other processes."""
    memory = recall(exercise)
    memory.save()
    plain = memory.answers(())
    if plain is not None:
        first_steps(exercise, plain[0]).save()


def _explain_in_part(case: Case, accepted: Accepted, search: Search) -> Iterator[Finding]:
    """Yield what can be named although something stays unknown, and what that is."""
    edits = accepted.edits
    known: tuple[Channel, ...] = ()
    unknown: list[tuple[Edits, Question]] = []
    for channel in CHANNELS:
        question = case.differs(edits, channel)
        if question is not None:
            # what comes after a training that is unknown follows from it
            lost = bool(unknown) and unknown[0][1].channel == "training"
            suspect = None if lost else next(search.suspects((edits, channel, known)), None)
            if suspect is None:
                unknown.append((edits, question))
                continue
            yield from _name(case, accepted, suspect)
            edits = suspect.whole
        known = (*known, channel)
    if unknown and unknown[0][1].channel == "training":
        yield from _explain_apart(case, accepted)
    explained: set[str] = set()
    for place, (before, question) in enumerate(unknown):
        crashed = case.first[question].kind in ("raised", "missing")
        # one unknown thing is enough, but every crash has its own explanation
        finding = describe_unknown(case, before, question) if place == 0 or crashed else None
        if finding is not None and finding.diagnosis.says not in explained:
            explained.add(finding.diagnosis.says)
            yield finding


def _explain_apart(case: Case, accepted: Accepted) -> Iterator[Finding]:
    """Yield the mistakes in what follows from the weights, whatever they are: in the losses, predictions and score."""
    led = LedCase(case)
    search, edits = Search(led, accepted.edits), accepted.edits
    known: tuple[Channel, ...] = ()
    for channel in CHANNELS:
        if led.differs(edits, channel) is not None:
            suspect = next(search.suspects((edits, channel, known), most=1), None)
            if suspect is None:
                continue
            yield from _name(case, accepted, suspect)
            edits = suspect.whole
        known = (*known, channel)


def _name(case: Case, accepted: Accepted, suspect: Suspect, alone: bool = False) -> Iterator[Finding]:
    reference = case.exercise.reference
    if suspect.family is not None and suspect.number is not None:
        family, shown = suspect.family, f"{suspect.number:.4g}"
        says, *hints = (text.replace("{c}", shown) for text in (_says(family, alone), *family.hints))
        source = edit_source(reference, accepted.edits + suspect.edits)
        yield Finding(Diagnosis(family.id, says, tuple(hints), "family"), source, suspect.whole)
    for entry in suspect.entries:
        source = edit_source(reference, accepted.edits + entry.edits)
        yield Finding(Diagnosis(entry.id, _says(entry, alone), entry.hints, "exact"), source, suspect.whole)


def _says(entry: Misconception | Family, alone: bool) -> str:
    return f"{entry.says} {entry.alone}" if alone and entry.alone else entry.says


def _explain_crash(case: Case, question: Question) -> Finding | None:
    """Explain an answer that is none; None if it is one."""
    given = case.first[question]
    if given.kind == "missing":
        expected = case.answers_first(())[replace(question, name="no_such_attribute")].detail.split(", ")
        return Finding(explain_missing(question.name, given.detail, expected), crash=given)
    # what is not written yet needs no explanation
    if given.kind != "raised" or given.detail.startswith("NotImplementedError"):
        return None
    X, _ = case.first.probe.data[question.fits[-1]]
    sizes = {X.shape[0]: "n_samples", X.shape[1]: "n_features"}
    crash = Crash(given.detail, given.line, case.code, Code(case.exercise.stub), sizes)
    return Finding(explain_exception(crash), crash=given)


def describe_unknown(case: Case, edits: Edits, question: Question) -> Finding | None:
    """Say where the answers part for the first time, and by how much; or what is behind a crash."""
    expected, given = case.answers_first(edits)[question], case.first[question]
    if given.kind in ("missing", "raised"):
        return _explain_crash(case, question)
    apart = distance(given, expected)
    if apart is not None:
        how = f"they are off by {100 * apart:.3g} % of the largest value"
    elif not given.all_finite:
        how = "they are not all finite"
    elif given.array is not None and expected.array is not None and given.array.ndim == expected.array.ndim == 1:
        how = f"there are {given.array.size} of them where {expected.array.size} are expected"
        if _is_beginning(given.array, expected.array):
            how += ", and they are right as far as they go: the training stops early"
    elif given.array is not None and expected.array is not None:
        how = f"they have shape {given.array.shape} where {expected.array.shape} is expected"
    elif given.changed:
        how = "your code changes the arrays that it is given"
    else:
        how = f"there is {'nothing' if given.kind == 'none' else 'something of another kind'}"
    hint = f"Look at {question.what}: everything asked before them is right."
    says = f"No mistake that is known here explains this. What differs first is {question.what}: {how}."
    return Finding(Diagnosis("unknown", says, (hint,), "unknown"))


def _is_beginning(found: NDArray[Any], expected: NDArray[Any]) -> bool:
    return bool(0 < found.size < expected.size and np.allclose(found, expected[: found.size], rtol=RTOL))
