"""Turns an answer into its outline, and two outlines into what they have in common."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from grader.results import Exercise, Likeness, Shown
from grader.similar.fragments import Prints, fingerprint, overlap, own_lines, passages
from grader.similar.pairs import Fragments
from grader.similar.reading import Reading, asked_for, legible, read

WHOLE = 0.5
"""The share of the reference's own code that an answer has at least. With less, it is compared with nothing: chance is
known for whole solutions, and two beginnings are soon alike."""

KEPT = 200
"""Fingerprints that are kept, 55 kB each and a megabyte at most; others are taken again when they are needed."""


class Outline(NamedTuple):
    """What is kept of each answer: a few kilobytes."""

    name: str
    encoded: str
    skeleton: int
    """The same for two answers that nothing but names, comments and formatting tells apart."""
    fragments: Fragments
    """Those that the stub does not have."""
    size: int
    """The tokens that stand in them."""


class Comparer:
    """Compares answers to one exercise, without what its stub gave everyone."""

    def __init__(self, exercise: Exercise) -> None:
        """Read the stub and the reference. Raises ``InputError`` if copydetect is not installed."""
        self.slug, self._asked = exercise.slug, asked_for(exercise.stub)
        stub = self._read(exercise.stub)
        self._given, self._given_names = frozenset(fingerprint(stub.encoded).hashes), stub.names
        self._prints = lru_cache(KEPT)(self._take_prints)
        self.reference = self.outline("", exercise.reference)

    def outline(self, name: str, source: str) -> Outline:
        """Return what is kept of an answer."""
        reading = self._read(source)
        prints = self._prints(reading.encoded)
        fragments = np.array(sorted(prints.hashes), dtype=np.int64)
        return Outline(name, reading.encoded, hash(reading.skeleton), fragments, int(prints.token_coverage))

    def is_whole(self, outline: Outline) -> bool:
        """Whether an answer has enough code of its own to be compared."""
        return outline.size >= WHOLE * self.reference.size

    def overlap(self, left: Outline, right: Outline) -> int:
        """Return how much of the shorter answer the other has as well, in per cent, rounded down."""
        return overlap(self._prints(left.encoded), self._prints(right.encoded))

    def detailed(self, likeness: Likeness, left_source: str, right_source: str) -> Likeness:
        """Return a likeness with what the two texts have in common."""
        left, right = self._read(left_source), self._read(right_source)
        found = passages(self._prints(left.encoded), self._prints(right.encoded), left.tokens, right.tokens)
        names = left.names - self._given_names, right.names - self._given_names
        return replace(
            likeness,
            passages=found,
            lines=_code_lines(left, found[0].left) if found else 0,
            names=tuple(sorted(names[0] & names[1])),
            names_of_shorter=min(map(len, names)),
            comments=tuple(sorted(left.comments & right.comments)),
        )

    def shown(self, title: str, source: str) -> Shown:
        """Return a text as it is shown, and which of its lines do not count."""
        reading, text = self._read(source), legible(source)
        own = own_lines(reading.tokens, self._prints(reading.encoded))
        return Shown(title, text, frozenset(range(1, text.count("\n") + 2)) - own)

    def _read(self, source: str) -> Reading:
        return read(source, self._asked)

    def _take_prints(self, encoded: str) -> Prints:
        return fingerprint(encoded, self._given)


def _code_lines(reading: Reading, within: tuple[int, int]) -> int:
    return len({token.line for token in reading.tokens if within[0] <= token.line <= within[1]})
