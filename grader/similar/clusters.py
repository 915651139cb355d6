"""Turns the outlines of a batch into the pairs that are most alike, and the clusters that these hold together."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from grader.results import Chance, Cluster
from grader.similar.chance import Odds, Record, Source, histogram
from grader.similar.outlines import Comparer, Outline
from grader.similar.pairs import promising

EVERY_PAIR = 100
"""Answers of which every pair is measured. Of more, the promising ones are, and every pair of so many by lot."""

MEASURED = 5000
"""Promising pairs that are measured."""

PER_CLUSTER = 10
"""Pairs of a cluster that are listed: enough to see what its members share."""


class Pair(NamedTuple):
    """Two answers, and how much of the shorter one the other has as well, in per cent."""

    left: Outline
    right: Outline
    overlap: int

    @property
    def identical(self) -> bool:
        """Whether nothing but names, comments and formatting tells them apart."""
        return self.left.skeleton == self.right.skeleton

    def order(self) -> tuple[int, str, str]:
        """Return what sorts the most alike to the front."""
        return -self.overlap, self.left.name, self.right.name


class Groups:
    """Names that hang together."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the name that stands for all of its group."""
        while (parent := self._parents.get(name, name)) != name:
            self._parents[name] = name = self._parents.get(parent, parent)
        return name

    def join(self, pair: Pair) -> bool:
        """Make the groups of a pair one; return whether they were two."""
        left, right = self.of(pair.left.name), self.of(pair.right.name)
        self._parents[right] = left
        return left != right

    def together(self, pair: Pair) -> bool:
        """Whether a pair is in one group."""
        return self.of(pair.left.name) == self.of(pair.right.name)


class Field(NamedTuple):
    """What was found among all answers."""

    pairs: list[Pair]
    """Those that were measured, the most alike first."""
    clusters: tuple[Cluster, ...]
    """The one with the most alike pair first."""
    odds: Odds
    numbers: dict[str, int]
    """The number of the cluster of each who is in one."""
    drawn: frozenset[str]
    """Those of whom every pair was measured."""

    def chance(self, pair: Pair) -> Chance | None:
        """Return how often two answers are as alike as a pair by chance."""
        in_batch = {pair.left.name, pair.right.name} <= self.drawn and not self.cluster_of(pair)
        return self.odds.chance(pair.overlap, in_batch)

    def cluster_of(self, pair: Pair) -> int:
        """Return the number of the cluster that a pair is in, or 0."""
        left, right = (self.numbers.get(answer.name, 0) for answer in (pair.left, pair.right))
        return left if left == right else 0


def survey(comparer: Comparer, answers: Sequence[Outline], record: Record) -> Field:
    """Measure the pairs of a batch, every one or the promising ones, and find what hangs together."""
    kinds: dict[int, list[Outline]] = {}
    for answer in answers:
        kinds.setdefault(answer.skeleton, []).append(answer)
    first = [same[0] for same in kinds.values()]
    drawn = _every_pair(comparer, first)
    known = Source("independent", record.pairs)
    apart = Odds(known, Source("batch", histogram(p.overlap for p in drawn))).stands_out(len(answers))
    close = drawn if len(first) <= EVERY_PAIR else _promising_pairs(comparer, first, apart)
    identical = [Pair(one, other, 100) for one, *others in kinds.values() for other in others]
    pairs = sorted([*identical, *close], key=Pair.order)
    groups = Groups()
    for pair in pairs:
        if pair.identical or pair.overlap >= apart:
            groups.join(pair)
    clusters = _clusters(pairs, groups)
    numbers = {name: cluster.number for cluster in clusters for name in cluster.members}
    unrelated = histogram(pair.overlap for pair in drawn if not groups.together(pair))
    names = frozenset(answer.name for pair in drawn for answer in (pair.left, pair.right))
    return Field(pairs, clusters, Odds(known, Source("batch", unrelated)), numbers, names)


def _every_pair(comparer: Comparer, answers: Sequence[Outline]) -> list[Pair]:
    """Measure every pair, of many answers those of some that are drawn by lot, always the same."""
    some = answers if len(answers) <= EVERY_PAIR else random.Random(0).sample(answers, EVERY_PAIR)
    return [Pair(left, right, comparer.overlap(left, right)) for left, right in combinations(some, 2)]


def _promising_pairs(comparer: Comparer, answers: Sequence[Outline], apart: int) -> list[Pair]:
    """Measure the promising pairs, but for those that hang together by others anyway."""
    groups, found = Groups(), list[Pair]()
    for left, right in promising([answer.fragments for answer in answers]):
        pair = Pair(answers[left], answers[right], 0)
        if not groups.together(pair):
            pair = pair._replace(overlap=comparer.overlap(pair.left, pair.right))
            found.append(pair)
            if pair.overlap >= apart:
                groups.join(pair)
        if len(found) == MEASURED:
            break
    return found


def _clusters(pairs: Iterable[Pair], groups: Groups) -> tuple[Cluster, ...]:
    members: dict[str, dict[str, int]] = {}
    for pair in pairs:
        if groups.together(pair):
            own = members.setdefault(groups.of(pair.left.name), {})
            own.update({answer.name: answer.skeleton for answer in (pair.left, pair.right)})
    return tuple(
        Cluster(number, tuple(sorted(own)), len(set(own.values())) == 1)
        for number, own in enumerate(members.values(), 1)
    )


def listed(field: Field, most: int) -> Iterator[Pair]:
    """Yield the pairs to show, the most alike first; of a cluster, those that hold it together."""
    tree, of_cluster, noticed, shown = Groups(), Counter[int](), field.odds.noticed(), 0
    for pair in field.pairs:
        cluster = field.cluster_of(pair)
        if cluster and (of_cluster[cluster] == PER_CLUSTER or not tree.join(pair)):
            continue
        if shown == most or (pair.overlap < noticed and not cluster):
            return
        of_cluster[cluster] += 1
        shown += 1
        yield pair
