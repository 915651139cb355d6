"""Turns the fragments of many answers into the pairs that are worth a closer look, the most promising first.

Ten thousand answers make fifty million pairs. A fragment that one in ten has written tells no copy from another
answer, so only rarer ones are gone through, from each to the answers that have it: time and memory grow with the
answers, not with their pairs.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

COMMON = 0.1
"""The share of answers with which a fragment is common."""

ALWAYS_RARE = 20
"""So many answers are never too many for a fragment."""

PARTNERS = 10
"""Others that are looked at closer for each answer."""

LEAST = 3
"""Rare fragments in common."""

Fragments = npt.NDArray[np.int64]


class _Index(NamedTuple):
    """For each fragment that is neither unique nor common, who has it."""

    owners: npt.NDArray[Any]
    """Answers, those with the first fragment first."""
    starts: npt.NDArray[Any]
    """Where the owners of each fragment begin, and at last where they end."""
    fragments: list[npt.NDArray[Any]]
    """The numbers of the fragments of each answer."""


def promising(answers: Sequence[Fragments]) -> list[tuple[int, int]]:
    """Return pairs of answers, by their places, in the order of the share of rare fragments that they have in common.

    ``answers`` holds the fragments of each, without repetitions.
    """
    index = _index(answers)
    found = sorted(_partners(answers, index), key=lambda pair: (-pair[0], pair[1:]))
    return [(left, right) for _, left, right in found]


def _index(answers: Sequence[Fragments]) -> _Index:
    owners = np.repeat(np.arange(len(answers), dtype=np.int32), [len(own) for own in answers])
    _, number, count = np.unique(np.concatenate(answers), return_inverse=True, return_counts=True)
    telling = (count > 1) & (count <= max(ALWAYS_RARE, COMMON * len(answers)))
    kept = telling[number]
    owners, number = owners[kept], (np.cumsum(telling) - 1)[number[kept]]
    starts = np.concatenate([[0], np.cumsum(count[telling])])
    fragments = np.split(number, np.searchsorted(owners, np.arange(1, len(answers))))
    return _Index(owners[np.argsort(number, kind="stable")], starts, fragments)


def _partners(answers: Sequence[Fragments], index: _Index) -> Iterator[tuple[float, int, int]]:
    """Yield, for each answer, the share in common with those after it that have the most, and both places."""
    sizes = np.array([len(own) for own in answers])
    for place, fragments in enumerate(index.fragments[:-1]):
        if len(fragments) == 0:
            continue
        having = np.concatenate([index.owners[index.starts[n] : index.starts[n + 1]] for n in fragments])
        shared = np.bincount(having, minlength=len(answers))
        shared[: place + 1] = 0
        share = np.where(shared >= LEAST, shared / np.minimum(sizes, sizes[place]), 0.0)
        for other in np.argsort(-share, kind="stable")[:PARTNERS]:
            if share[other]:
                yield float(share[other]), place, int(other)
