"""Measures how often the diagnosis is right, unsure and wrong: ``python -m bench.diagnosis [SLUG]``.

Programs with known mistakes, and with mistakes that nobody told the diagnosis of, are diagnosed; whether what is said
is true is decided on a third set of questions that the diagnosis never sees. "Equivalent" is an answer in other
words that reproduces the program there; "in part" names some of the mistakes, rightly, and says that there is more;
"wrong" is a name that does not hold there.
"""

import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial

import msgspec.structs

from bench.exotic import EXOTIC
from grader.catalog import find_exercise, load_catalog
from grader.diagnosis.answers import Edits, answer_edited, load_probes
from grader.diagnosis.case import Case
from grader.diagnosis.conventions import Accepted
from grader.diagnosis.diagnose import Finding, diagnose
from grader.diagnosis.led import LedCase
from grader.diagnosis.probe import CHANNELS, Answers, first_difference
from grader.diagnosis.respondents import Edited
from grader.misconceptions import Edit, Entries, edit_source, load_entries
from grader.results import Exercise

PAIRS, TRIPLES = 400, 150
SEED = 20
GROUPS = ("single mistakes", "pairs", "triples", "left out of the catalogue", "exotic")


@dataclass
class Tally:
    """What became of a group of programs."""

    counts: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, worth: str, milliseconds: float, what: str) -> None:
        """Count one program."""
        self.counts[worth] += 1
        self.milliseconds.append(milliseconds)
        if worth == "wrong":
            self.wrong.append(what)

    def share(self, *worths: str) -> float:
        """Return the share of the programs that came to one of these, in per cent."""
        return 100 * sum(self.counts[worth] for worth in worths) / max(1, self.counts.total())

    def __str__(self) -> str:
        times = sorted(self.milliseconds)
        late = times[int(0.95 * (len(times) - 1))] if times else 0.0
        shares = ", ".join(f"{name} {n} ({self.share(name):.1f} %)" for name, n in self.counts.most_common())
        return f"{self.counts.total()}: {shares}; median {statistics.median(times or [0.0]):.0f} ms, 95 % {late:.0f} ms"


@dataclass(frozen=True)
class Trial:
    """A program with mistakes that are known to us, and what the diagnosis may know."""

    what: str
    edits: Edits
    names: frozenset[str]
    left_out: str = ""


def trials(exercise: Exercise) -> Iterator[tuple[str, Trial]]:
    """Yield the programs of each group."""
    known = [entry for entry in load_entries(exercise.stem).misconceptions if not entry.raises]
    rng = random.Random(SEED)

    def together(count: int) -> Trial:
        group = rng.sample(known, count)
        edits = tuple(edit for entry in group for edit in entry.edits)
        return Trial(" + ".join(entry.id for entry in group), edits, frozenset(entry.id for entry in group))

    for entry in known:
        yield GROUPS[0], Trial(entry.id, entry.edits, frozenset([entry.id]))
        yield GROUPS[3], Trial(entry.id, entry.edits, frozenset([entry.id]), left_out=entry.id)
    yield from ((GROUPS[1], together(2)) for _ in range(PAIRS))
    yield from ((GROUPS[2], together(3)) for _ in range(TRIPLES))
    for name, pairs in EXOTIC.items():
        yield GROUPS[4], Trial(name, tuple(Edit(*pair) for pair in pairs), frozenset())


def judge(slug: str, trial: Trial) -> tuple[str, float] | None:
    """Diagnose a program and say what the answer is worth, with the milliseconds of processor time that it took.

    None if the mistakes do not apply together, or cancel.
    """
    exercise = find_exercise(slug)
    answers, source = answer_edited(exercise, trial.edits), edit_source(exercise.reference, trial.edits)
    if answers is None or source is None:
        return None
    unseen = load_probes(exercise)[2]
    program = Answers(unseen, Edited(source, exercise.class_name))
    plain = Answers(unseen, Edited(exercise.reference, exercise.class_name))
    if first_difference(program, plain, unseen.questions) is None:
        return None
    started = time.process_time()
    found = diagnose(Case(exercise, answers, _without(exercise, trial.left_out)), Accepted())
    milliseconds = 1000 * (time.process_time() - started)
    return _worth(exercise, answers[0], program, found, trial.names), milliseconds


def _without(exercise: Exercise, name: str) -> Entries:
    entries = load_entries(exercise.stem)
    others = tuple(entry for entry in entries.misconceptions if entry.id != name)
    return msgspec.structs.replace(entries, misconceptions=others)


def _worth(
    exercise: Exercise, seen: Answers, program: Answers, found: Iterable[Finding], expected: frozenset[str]
) -> str:
    findings = list(found)
    known = [finding for finding in findings if finding.source is not None]
    if not known:
        return "unknown"
    if {finding.diagnosis.id for finding in findings} == expected:
        return "right"
    edits = known[-1].whole
    if len(known) < len(findings):
        return "in part" if _holds(exercise, edits, seen, program) else "wrong"
    return "equivalent" if _reproduces(exercise, edits, program) else "wrong"


def _reproduces(exercise: Exercise, edits: Edits, program: Answers) -> bool:
    """Return whether the mistakes that were named give the program's answers to the questions it was not named by."""
    source = edit_source(exercise.reference, edits)
    if source is None:
        return False
    described = Answers(program.probe, Edited(source, exercise.class_name))
    return first_difference(program, described, program.probe.questions) is None


def _holds(exercise: Exercise, edits: Edits, seen: Answers, program: Answers) -> bool:
    """Return whether the mistakes that were named explain on other questions the channels that they explained before.

    On the weights of the program itself, where its training is unknown.
    """
    source = edit_source(exercise.reference, edits)
    if source is None:
        return False
    described = Answers(seen.probe, Edited(source, exercise.class_name))
    explained = [c for c in CHANNELS if first_difference(seen, described, seen.probe.in_channel(c)) is None]
    if "training" in explained:
        elsewhere = Answers(program.probe, Edited(source, exercise.class_name))
        return all(first_difference(program, elsewhere, program.probe.in_channel(c)) is None for c in explained)
    before, after = (LedCase(Case(exercise, (answers, answers))) for answers in (seen, program))
    led = [channel for channel in CHANNELS if before.differs(edits, channel) is None]
    return all(after.differs(edits, channel) is None for channel in led)


def measure(slug: str, on_trial: Callable[[], None] = lambda: None) -> dict[str, Tally]:
    """Return what became of each group of an exercise's programs."""
    pending = list(trials(find_exercise(slug)))
    tallies = {group: Tally() for group in GROUPS}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(partial(judge, slug), (trial for _, trial in pending), chunksize=20)
        for (group, trial), result in zip(pending, results, strict=True):
            if result is not None:
                tallies[group].add(*result, trial.what)
            on_trial()
    return tallies


def main() -> None:
    """Measure the exercises named on the command line, or all."""
    for slug in sys.argv[1:] or [exercise.slug for exercise in load_catalog()]:
        print(slug)
        for group, tally in measure(slug).items():
            if tally.counts:
                print(f"  {group:26}{tally}", *(f"\n    wrong: {what}" for what in tally.wrong), flush=True)


if __name__ == "__main__":
    main()
