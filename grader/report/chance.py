"""Turns what is known of chance into words that say how likely a likeness is without an accusation."""

import math

from grader.results import Alike, Chance, Likeness

AT_MOST = 3
"""If none of n pairs is so, then in truth no more than this many in n are, with a confidence of 95 per cent."""


def short(chance: Chance | None) -> str:
    """Return a few words for a table: ``1 in 40``."""
    if chance is None:
        return "not known"
    if not chance.at_least:
        return f"none of {chance.of:,}"
    return f"1 in {max(1, round(chance.of / chance.at_least)):,}"


def sentences(likeness: Likeness, alike: Alike) -> str:
    """Return how often answers are as alike as these, and how many such pairs are to be expected in the batch."""
    return " ".join(filter(None, (_identical(likeness), _how_often(likeness.chance), _expected(likeness, alike))))


def _identical(likeness: Likeness) -> str:
    return "Nothing but names, comments and formatting tells the two apart." if likeness.identical else ""


def _how_often(chance: Chance | None) -> str:
    if chance is None:
        return "How often chance makes two answers as alike is not known for this exercise."
    if chance.among == "reference":
        counted = f"{chance.at_least} are" if chance.at_least > 1 else "one is" if chance.at_least else "none is"
        return f"Of {chance.of:,} solutions that were written without a look at ours, {counted} as much like it."
    pairs = "pairs of independent solutions" if chance.among == "independent" else "other pairs in this batch"
    if chance.at_least > 1:
        return f"Of {chance.of:,} {pairs}, {chance.at_least:,} are as much alike, about {short(chance)}."
    return f"Of {chance.of:,} {pairs}, {'one' if chance.at_least else 'none'} is as much alike."


def _expected(likeness: Likeness, alike: Alike) -> str:
    """Return what the rate means for a batch of this size: the most alike of many pairs are always very alike."""
    chance, pairs = likeness.chance, alike.possible_pairs
    if chance is None or not likeness.right:
        return ""
    batch = f"In a batch of this size ({pairs:,} pair{'' if pairs == 1 else 's'})"
    expected = pairs * chance.at_least / chance.of
    if expected >= 1.5:
        return f"{batch} chance makes about {round(expected):,} of them."
    if expected > 2 / 3:
        return f"{batch} chance makes about one."
    if expected:
        return f"{batch} chance makes one about once in {round(1 / expected):,} batches."
    if (up_to := math.ceil(AT_MOST * pairs / chance.of)) > 1:
        return f"{batch} up to {up_to:,} could still be chance."
    return f"{batch} chance would hardly make one."
