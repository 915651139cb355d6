"""Counts how many right answers fail: ``python -m bench.honest [SLUG] [COUNT] [SEEDS]``. There should be none."""

import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial

from bench.variants import TASKS, Variant, variants
from grader.catalog import find_exercise
from grader.pipeline import grade
from grader.sandbox.process import Zygote
from grader.static import examine

COUNT, SEEDS = 220, 3


@dataclass
class Honesty:
    """What became of the honest solutions of one exercise."""

    programs: int = 0
    grades: int = 0
    failed: list[str] = field(default_factory=list)
    """What it is made of, the seed, and the checks that failed."""
    conventions: Counter[str] = field(default_factory=Counter)
    """How many of the programs were recognised to follow each."""


@cache
def _zygote() -> Zygote:
    return Zygote()


def grade_variant(slug: str, seeds: range, variant: Variant) -> tuple[list[str], str]:
    """Grade one solution with several seeds; return what failed, and the conventions that it follows."""
    exercise, failures, convention = find_exercise(slug), [], ""
    for seed in seeds:
        result = grade(exercise, examine(exercise, "honest.py", variant.source), seed=seed, zygote=_zygote())
        convention = result.convention
        if result.verdict != "pass":
            checks = ", ".join(f"{check.id}: {check.message}" for check in result.with_outcome("fail"))
            failures.append(f"seed {seed}: {checks or result.reason} [{'; '.join(variant.choices)}]")
    return failures, convention


def measure(slug: str, count: int = COUNT, seeds: range = range(SEEDS)) -> Honesty:
    """Return what became of so many honest solutions."""
    honesty = Honesty()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for failures, convention in pool.map(partial(grade_variant, slug, seeds), variants(slug, count), chunksize=5):
            honesty.programs += 1
            honesty.grades += len(seeds)
            honesty.failed += failures
            honesty.conventions.update(name for name in convention.split(", ") if name)
    return honesty


def main() -> None:
    """Measure the exercise named on the command line, or all."""
    slugs = sys.argv[1:2] or list(TASKS)
    count, seeds = (int(text) for text in (sys.argv[2:4] + [str(COUNT), str(SEEDS)][len(sys.argv[2:4]) :]))
    for slug in slugs:
        honesty = measure(slug, count, range(seeds))
        print(f"{slug}: {len(honesty.failed)} of {honesty.grades} grades of {honesty.programs} programs failed")
        print(*honesty.failed, sep="\n")
        print(dict(honesty.conventions))


if __name__ == "__main__":
    main()
