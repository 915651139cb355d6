"""Turns what a text says into fragments, and the fragments of two texts into what they have in common.

The matching is copydetect's: it takes the fingerprint of every run of ``LENGTH`` tokens, and finds how much of a text
stands in passages that the other has too. Which passage of the one is which of the other is worked out here.
"""

import io
import os
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from grader.errors import InputError
from grader.results import Passage
from grader.similar.reading import Token

LENGTH = 10
"""Tokens of a fragment, about a line. Everybody has the shorter ones; longer ones miss a copy with small changes."""

MAX_PLACES = 4
"""Where a fragment stands in one text, as far as is looked: more are in a text that says the same over and over."""

Prints = Any
"""What copydetect calls a ``CodeFingerprint``."""


@cache
def copydetect() -> Any:
    """Return the library that finds copies. Raises ``InputError`` if it is not installed."""
    # it loads matplotlib, for a page that is not drawn here; a terminal in Jupyter names a backend with which
    # matplotlib does not load elsewhere
    os.environ["MPLBACKEND"] = "agg"
    try:
        import copydetect
        import copydetect.utils
    except ImportError as error:
        raise InputError(
            "for `grade similar`, install the extra: pip install 'interview-practice-grader[similar]'"
        ) from error
    return copydetect


def fingerprint(encoded: str, given: frozenset[int] = frozenset()) -> Prints:
    """Return the fingerprints of an encoded reading, without the fragments in ``given``."""
    # a window of one keeps every fragment: a program so short has none to spare
    prints = copydetect().CodeFingerprint("", LENGTH, 1, filter=False, fp=io.StringIO(encoded))
    # copydetect 0.5 can leave out boilerplate itself, but with it goes half of what a text says twice
    prints.hashes -= given
    prints.hash_idx = {fragment: places for fragment, places in prints.hash_idx.items() if fragment in prints.hashes}
    prints.token_coverage = copydetect().utils.get_token_coverage(prints.hash_idx, LENGTH, len(encoded))
    return prints


def overlap(left: Prints, right: Prints) -> int:
    """Return how much of the shorter one stands in passages of the other, in per cent, rounded down.

    Of the shorter one, so that code added to a copy does not hide it.
    """
    _, shares, _ = copydetect().compare_files(left, right)
    return min(100, int(100 * shares[0 if left.token_coverage <= right.token_coverage else 1]))


def own_lines(tokens: tuple[Token, ...], prints: Prints) -> frozenset[int]:
    """Return the lines that fragments of a text stand in."""
    places = (place for found in prints.hash_idx.values() for place in found)
    return frozenset(token.line for place in places for token in tokens[place : place + LENGTH])


# ------------------------------------------------------------------------------------------ passages


class _Run(NamedTuple):
    """Tokens in common, one after the other: where they begin in each text, and how many they are."""

    left: int
    right: int
    tokens: int


def passages(
    left: Prints, right: Prints, left_tokens: tuple[Token, ...], right_tokens: tuple[Token, ...]
) -> tuple[Passage, ...]:
    """Return the passages that two texts have in common, the longest first; none overlaps with another."""
    return tuple(
        Passage(_lines(left_tokens, run.left, run.tokens), _lines(right_tokens, run.right, run.tokens), run.tokens)
        for run in _runs(left, right)
    )


def _lines(tokens: tuple[Token, ...], start: int, length: int) -> tuple[int, int]:
    """Return the first and the last line of a run; a line of which less than half is in it does not count."""
    whole, inside = (Counter(token.line for token in part) for part in (tokens, tokens[start : start + length]))
    lines = [line for line in inside if 2 * inside[line] >= whole[line]] or list(inside)
    return lines[0], lines[-1]


def _runs(left: Prints, right: Prints) -> list[_Run]:
    found: list[_Run] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for run in sorted(_diagonals(left, right), key=lambda run: (-run.tokens, run.left)):
        rest = _untaken(run, *taken)
        if rest.tokens >= LENGTH:
            taken[0].update(range(rest.left, rest.left + rest.tokens))
            taken[1].update(range(rest.right, rest.right + rest.tokens))
            found.append(rest)
    return sorted(found, key=lambda run: (-run.tokens, run.left))


def _diagonals(left: Prints, right: Prints) -> Iterator[_Run]:
    """Yield the fragments in common, joined where they touch in both texts."""
    places = sorted(
        (int(j) - int(i), int(i))
        for fragment in left.hashes & right.hashes
        for i in left.hash_idx[fragment][:MAX_PLACES]
        for j in right.hash_idx[fragment][:MAX_PLACES]
    )
    for offset, group in groupby(places, key=itemgetter(0)):
        first, *others = (place for _, place in group)
        start = last = first
        for place in [*others, sys.maxsize]:
            if place > last + LENGTH:
                yield _Run(start, start + offset, last - start + LENGTH)
                start = place
            last = place


def _untaken(run: _Run, left: set[int], right: set[int]) -> _Run:
    """Return the longest part of a run of which nothing is taken."""
    best, start = _Run(run.left, run.right, 0), 0
    for n in range(run.tokens + 1):
        if n == run.tokens or run.left + n in left or run.right + n in right:
            if n - start > best.tokens:
                best = _Run(run.left + start, run.right + start, n - start)
            start = n + 1
    return best
