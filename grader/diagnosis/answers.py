"""Turns edits of the reference into its answers to the probes, computed once: kept in the process and on disk."""

import hashlib
import importlib
import platform
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from msgspec import Struct

import grader.diagnosis.probe
import grader.diagnosis.respondents
from grader.diagnosis import remembered
from grader.diagnosis.probe import Answers, Given, Probe, Question
from grader.diagnosis.respondents import Edited
from grader.misconceptions import Edit, edit_source, load_entries
from grader.results import Exercise

Edits = tuple[Edit, ...]
Both = tuple[Answers, Answers]

MOST_KEPT = 3000
"""How many programs are kept for an exercise: its catalogue, also on top of a few conventions."""


@cache
def load_probes(exercise: Exercise) -> tuple[Probe, Probe, Probe]:
    """Return the questions for the diagnosis, those that confirm it, and those by which it is measured itself."""
    suite = importlib.import_module(f"grader.suites.{exercise.suite.stem}")
    first, second, unseen = suite.probes()
    return first, second, unseen


def answer_edited(exercise: Exercise, edits: Edits) -> Both | None:
    """Return the answers of an edited reference to both probes; None if the edits do not apply together."""
    source = edit_source(exercise.reference, edits)
    if source is None:
        return None
    try:
        respondents = Edited(source, exercise.class_name), Edited(source, exercise.class_name)
        _ = respondents[0].made
    except SyntaxError:
        return None
    first, second, _ = load_probes(exercise)
    return Kept(first, respondents[0], {}), Kept(second, respondents[1], {})


_passing = lru_cache(maxsize=1000)(answer_edited)


def edited_answers(exercise: Exercise, edits: Edits) -> Both | None:
    """Return the same, kept for later: what the catalogue holds for good, what was put together of it for a while."""
    memory = recall(exercise)
    return memory.answers(edits) if edits in memory.catalogue else _passing(exercise, edits)


# ------------------------------------------------------------------- on disk


class Record(Struct, frozen=True, array_like=True):
    """One answer as it is kept."""

    kind: str
    dtype: str = ""
    shape: tuple[int, ...] = ()
    numbers: bytes = b""
    detail: str = ""
    listed: bool = False
    overflow: bool = False
    changed: tuple[int, ...] = ()


Records = dict[int, Record]
"""Place of the question in its probe, to answer."""


class Kept(Answers):
    """The answers of an edited reference, which is compiled and asked only for what is not on record."""

    def __init__(self, probe: Probe, respondent: Edited, records: Records) -> None:
        super().__init__(probe, respondent)
        self._edited = respondent
        self._records = records
        self._asked = 0

    def _ask(self, question: Question) -> Given:
        place = self.probe.places.get(question)
        if place is None:  # a question beside the probe's
            return super()._ask(question)
        record = self._records.get(place)
        if record is not None and (given := _from_record(record)) is not None:
            return given
        if not self._edited.shares_state:
            return super()._ask(question)
        # there the order matters, so it is everybody's: that of the probe
        for earlier in self.probe.questions[self._asked : place]:
            self.given[earlier] = super()._ask(earlier)
        self._asked = max(self._asked, place + 1)
        return super()._ask(question)

    @property
    def records(self) -> Records:
        """What has been answered, now and before."""
        places = self.probe.places
        fresh = {places[question]: _to_record(given) for question, given in self.given.items() if question in places}
        return {**self._records, **fresh}

    @property
    def news(self) -> int:
        """How many answers are not on record."""
        places = self.probe.places
        return sum(question in places and places[question] not in self._records for question in self.given)


class Memory:
    """The answers of one exercise's edited references: those of this process, and those that were on disk before."""

    def __init__(self, exercise: Exercise) -> None:
        self.catalogue = _catalogue(exercise)
        self._exercise = exercise
        self._programs: dict[Edits, Both | None] = {}
        self._key = key_of(exercise)
        self._records = self._read()

    def answers(self, edits: Edits) -> Both | None:
        """Return what an edited reference answers; what is on record is not computed again."""
        if edits not in self._programs:
            source = edit_source(self._exercise.reference, edits)
            records = self._records.get(_digest(source)) if source is not None else None
            if source is None or records is None:
                self._programs[edits] = answer_edited(self._exercise, edits)
            else:
                first, second, _ = load_probes(self._exercise)
                self._programs[edits] = (
                    Kept(first, Edited(source, self._exercise.class_name), records[0]),
                    Kept(second, Edited(source, self._exercise.class_name), records[1]),
                )
        return self._programs[edits]

    def save(self) -> None:
        """Write down what is new, if anything is; where that cannot be, nothing is lost but time."""
        fresh: dict[str, tuple[Records, Records]] = {}
        for edits, both in self._programs.items():
            source = edit_source(self._exercise.reference, edits)
            if source is None or both is None:
                continue
            first, second = both
            assert isinstance(first, Kept)
            assert isinstance(second, Kept)
            if first.news or second.news:
                fresh[_digest(source)] = first.records, second.records
        if fresh:
            # others may have written in the meantime
            self._records = dict(list({**self._read(), **fresh}.items())[-MOST_KEPT:])
            remembered.write(f"{self._exercise.stem}.msgpack", self._key, self._records)

    def _read(self) -> dict[str, tuple[Records, Records]]:
        kind = dict[str, tuple[Records, Records]]
        return remembered.read(f"{self._exercise.stem}.msgpack", self._key, kind) or {}


@cache
def recall(exercise: Exercise) -> Memory:
    """Return what is remembered of an exercise."""
    return Memory(exercise)


def _catalogue(exercise: Exercise) -> frozenset[Edits]:
    """Return the edits whose answers are asked for again and again: of each entry, also on top of a convention."""
    known = load_entries(exercise.stem)
    ends = [family.with_number(number) for family in known.families for number in (0.0, 1.0)]
    mistakes = [(), *(entry.edits for entry in known.misconceptions), *ends]
    conventions = [(), *(convention.edits for convention in known.conventions)]
    return frozenset(accepted + mistake for accepted in conventions for mistake in mistakes)


def key_of(exercise: Exercise) -> str:
    """Return a digest of everything that the answers depend on beside the program itself."""
    digest = hashlib.sha256()
    for module in (grader.diagnosis.probe, grader.diagnosis.respondents):
        digest.update(Path(str(module.__file__)).read_bytes())
    digest.update(f"{exercise.class_name} {np.__version__} {platform.python_version()}".encode())
    for probe in load_probes(exercise)[:2]:
        digest.update(repr((probe.questions, sorted(probe.data))).encode())
        for X, y in probe.data.values():
            digest.update(X.tobytes() + y.tobytes())
    return digest.hexdigest()


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:24]


def _to_record(given: Given) -> Record:
    array = given.array
    numbers = ("", (), b"") if array is None else (array.dtype.str, array.shape, array.tobytes())
    return Record(given.kind, *numbers, given.detail, given.listed, given.overflow, given.changed)


def _from_record(record: Record) -> Given | None:
    array = None
    if record.dtype:
        try:
            array = np.frombuffer(record.numbers, dtype=np.dtype(record.dtype)).reshape(record.shape)
        except (TypeError, ValueError):  # not what was written
            return None
    return Given(record.kind, array, record.detail, record.listed, record.overflow, record.changed)
