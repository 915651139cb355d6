"""Turns an overlap into how often one as large comes about where nobody has copied.

Two honest answers to so short a question have much in common. How much is counted, not assumed: among the pairs of
solutions that were written independently of each other, which ``chance.json`` holds (``python -m bench.similar``
makes it from the test cases), and among the pairs of the batch itself. Whichever is more often holds: candidates of
one course are more alike than the independent solutions are.

An overlap is a whole number of per cent, rounded down, and a histogram counts those of 0 %, 1 % and so on to 100 %.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from statistics import NormalDist
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from grader.results import Chance

ENOUGH = 190
"""Pairs of a batch by which chance can be judged: those of twenty answers."""

NOTICED = 0.05
"""A pair is listed if chance makes no more than this share of pairs as alike."""

EXPECTED = 0.1
"""A pair stands out if so many in the whole batch were to be expected as alike, and in a small one a share ``RARE``."""

RARE = 0.01

UNKNOWN = 80
"""The overlap from which on a pair is noticed where nothing is known about chance."""


class Record(Struct, frozen=True):
    """What is known of the independent solutions of an exercise."""

    solutions: int = 0
    pairs: tuple[int, ...] = ()
    """The histogram of how much two of them overlap."""
    reference: tuple[int, ...] = ()
    """The histogram of how much one of them overlaps with our own solution."""


@cache
def records() -> dict[str, Record]:
    """Return what is known, by exercise. One may be missing: nobody has written solutions to it yet."""
    return msgspec.json.decode((Path(__file__).parent / "chance.json").read_bytes(), type=dict[str, Record])


def histogram(overlaps: Iterable[int]) -> tuple[int, ...]:
    """Return how many overlaps there are of each size."""
    counts = [0] * 101
    for overlap in overlaps:
        counts[overlap] += 1
    return tuple(counts)


def quantile(counts: Sequence[int], share: float) -> int:
    """Return the overlap that no more than ``share`` of a histogram lies below."""
    below, overlap = 0, 0
    while overlap < 100 and below + counts[overlap] <= share * sum(counts):
        below += counts[overlap]
        overlap += 1
    return overlap


class Source(NamedTuple):
    """Pairs in which nobody has copied."""

    among: Literal["independent", "batch", "reference"]
    counts: Sequence[int]

    def chance(self, overlap: int, counted: bool = False) -> Chance:
        """Return how many of them overlap as much or more; others, if a pair that is ``counted`` among them has it."""
        return Chance(self.among, sum(self.counts[overlap:]) - counted, sum(self.counts) - counted)

    def reached_by(self, share: float) -> int:
        """Return the smallest overlap that at most this share of them reaches; 101 if even 100 % is too common."""
        return next((n for n in range(101) if sum(self.counts[n:]) <= share * sum(self.counts)), 101)

    def extrapolated(self, share: float) -> int:
        """Return the overlap that this share would reach, be it so small that none of the pairs counted does.

        The upper half is taken for that of a normal distribution of the log-odds, which its median and its ninth
        decile give. On the test cases this meets the largest overlap among a thousand pairs to within ten per cent.
        """
        middle, high = (_log_odds(quantile(self.counts, q)) for q in (0.5, 0.9))
        steps = NormalDist().inv_cdf(1 - share) / NormalDist().inv_cdf(0.9)
        return _overlap(middle + steps * (high - middle))


def _log_odds(overlap: int) -> float:
    share = (overlap + 0.5) / 101
    return math.log(share / (1 - share))


def _overlap(log_odds: float) -> int:
    return min(100, round(101 / (1 + math.exp(-log_odds)) - 0.5))


class Odds:
    """What is known about chance: from several sources, or from none."""

    def __init__(self, *sources: Source) -> None:
        """Take what there is. A batch of few pairs is not looked at."""
        enough = {"independent": 1, "reference": 1, "batch": ENOUGH}
        self._sources = [source for source in sources if sum(source.counts) >= enough[source.among]]

    def chance(self, overlap: int, in_batch: bool = False) -> Chance | None:
        """Return how often an overlap is reached, by the source in which it is the most usual.

        ``in_batch`` says whether the pair that has it is one of the batch that was counted.
        """
        found = [source.chance(overlap, in_batch and source.among == "batch") for source in self._sources]
        return max(found, key=lambda chance: (chance.at_least / max(1, chance.of), chance.of), default=None)

    def noticed(self) -> int:
        """Return the overlap from which on a pair is listed."""
        return max((source.reached_by(NOTICED) for source in self._sources), default=UNKNOWN)

    def stands_out(self, answers: int) -> int:
        """Return the overlap from which on a pair is in a cluster: one that the bulk of the pairs does not foretell.

        It says that there is a reason. That can be a copy, or a source that both know: a well-known blog makes two
        strangers as alike, which is why ``chance`` counts and does not extrapolate.
        """
        share = min(RARE, EXPECTED / max(1, answers * (answers - 1) // 2))
        return max((source.extrapolated(share) for source in self._sources), default=UNKNOWN)

    def usual(self, among: str) -> tuple[int, int] | None:
        """Return the overlaps that half and 99 in 100 of a source's pairs stay below; None if it is not known."""
        counts = next((source.counts for source in self._sources if source.among == among), None)
        return (quantile(counts, 0.5), quantile(counts, 0.99)) if counts else None
