"""Turns edits of the reference into its answers to the probes, computed once: kept in the process and on disk."""

import hashlib
import importlib
import platform
from functools import cache, cached_property, lru_cache
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Raw, Struct, msgpack

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
    return Kept(first, respondents[0]), Kept(second, respondents[1])


_passing = lru_cache(maxsize=1000)(answer_edited)


def edited_answers(exercise: Exercise, edits: Edits) -> Both | None:
    """Return the same, kept for later: what the catalogue holds for good, what was put together of it for a while."""
    memory = recall(exercise)
    return memory.answers(edits) if memory.keeps(edits) else _passing(exercise, edits)


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


Records = dict[int, Raw]
"""Place of the question in its probe, to answer: encoded, since few of them are looked at in one diagnosis."""

_records = msgpack.Decoder(Records)
_record = msgpack.Decoder(Record)


class Kept(Answers):
    """The answers of an edited reference, which is compiled and asked only for what is not on record."""

    def __init__(self, probe: Probe, respondent: Edited, encoded: Raw | None = None) -> None:
        """``encoded`` are records, as ``encode`` returned them."""
        super().__init__(probe, respondent)
        self._edited = respondent
        self._encoded = encoded
        self._fresh: dict[int, Given] = {}
        self._asked = 0

    @cached_property
    def _records(self) -> Records:
        try:
            return _records.decode(self._encoded) if self._encoded is not None else {}
        except msgspec.MsgspecError:  # not what was written
            return {}

    def _ask(self, question: Question) -> Given:
        place = self.probe.places.get(question)
        if place is None:  # a question beside the probe's
            return super()._ask(question)
        record = self._records.get(place)
        if record is not None and (given := _from_record(record)) is not None:
            return given
        if self._edited.shares_state:
            # there the order matters, so it is everybody's: that of the probe
            for earlier in range(self._asked, place):
                self.given[self.probe.questions[earlier]] = self._answer(earlier, self.probe.questions[earlier])
            self._asked = max(self._asked, place + 1)
        return self._answer(place, question)

    def _answer(self, place: int, question: Question) -> Given:
        self._fresh[place] = super()._ask(question)
        return self._fresh[place]

    @property
    def has_news(self) -> bool:
        """Whether something was answered that is not on record."""
        return bool(self._fresh)

    def encode(self) -> Raw:
        """Return everything that has been answered, now and before."""
        fresh = {place: Raw(msgpack.encode(_to_record(given))) for place, given in self._fresh.items()}
        return Raw(msgpack.encode({**self._records, **fresh}))


class Memory:
    """The answers of one exercise's edited references: those of this process, and those that were on disk before."""

    def __init__(self, exercise: Exercise) -> None:
        known = load_entries(exercise.stem)
        conventions = [convention.edits for convention in known.conventions]
        pairs = [one + other for one, other in combinations(conventions, 2)]
        ends = [family.with_number(number) for family in known.families for number in (0.0, 1.0)]
        mistakes = [entry.edits for entry in known.misconceptions]
        liberties = [liberty.edits for liberty in known.liberties]
        self._conventions = frozenset([(), *conventions])
        self._rest = frozenset([(), *mistakes, *ends, *liberties, *pairs])
        self._exercise = exercise
        self._programs: dict[Edits, Both | None] = {}
        self._key = key_of(exercise)
        self._records = self._read()

    def keeps(self, edits: Edits) -> bool:
        """Return whether the answers are asked for again and again: one entry's, also on top of a convention."""
        return edits in self._programs or any(
            edits[:place] in self._conventions and edits[place:] in self._rest for place in range(len(edits) + 1)
        )

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
        fresh: dict[str, tuple[Raw, Raw]] = {}
        for edits, both in self._programs.items():
            if both is None:
                continue
            first, second = both
            assert isinstance(first, Kept)
            assert isinstance(second, Kept)
            if first.has_news or second.has_news:
                source = edit_source(self._exercise.reference, edits)
                assert source is not None
                fresh[_digest(source)] = first.encode(), second.encode()
        if fresh:
            # others may have written in the meantime
            self._records = dict(list({**self._read(), **fresh}.items())[-MOST_KEPT:])
            remembered.write(f"{self._exercise.stem}.msgpack", self._key, self._records)

    def _read(self) -> dict[str, tuple[Raw, Raw]]:
        return remembered.read(f"{self._exercise.stem}.msgpack", self._key, dict[str, tuple[Raw, Raw]]) or {}


@cache
def recall(exercise: Exercise) -> Memory:
    """Return what is remembered of an exercise."""
    return Memory(exercise)


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


def _from_record(encoded: Raw) -> Given | None:
    array = None
    try:
        record = _record.decode(encoded)
        if record.dtype:
            array = np.frombuffer(record.numbers, dtype=np.dtype(record.dtype)).reshape(record.shape)
    except (msgspec.MsgspecError, TypeError, ValueError):  # not what was written
        return None
    return Given(record.kind, array, record.detail, record.listed, record.overflow, record.changed)
