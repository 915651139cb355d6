"""Measures what the diagnosis adds to a failed grade: ``python -m bench.cost [SLUG]``.

Each grade is made in a fresh process, as it is for somebody who practises. Two times are taken of everything after the
suite's first run: on the clock, and of the judge's processor, which a busy machine changes less.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

from grader.catalog import find_exercise
from grader.misconceptions import Misconception, edit_source, load_entries
from grader.results import Exercise

SINGLES, PAIRS = 60, 60
SEED = 4

ONE_GRADE = """
import json, sys, time
import grader.review
from grader.catalog import find_exercise
from grader.pipeline import grade
from grader.static import examine

def timed(*args, **kwargs):
    clock, processor = time.perf_counter(), time.process_time()
    try:
        return review(*args, **kwargs)
    finally:
        times.extend([time.perf_counter() - clock, time.process_time() - processor])

review, times = grader.review.review, []
grader.review.review = timed
exercise = find_exercise(sys.argv[1])
started = time.perf_counter()
result = grade(exercise, examine(exercise, "cost.py", sys.stdin.read()), seed=1)
print(json.dumps([*times, time.perf_counter() - started, [d.id for d in result.diagnosis]]))
"""


@dataclass(frozen=True)
class Cost:
    """What a group of failed grades took, in milliseconds: the median, what 95 of 100 stay below, and the longest."""

    count: int
    clock: tuple[float, float, float]
    processor: tuple[float, float, float]

    def __str__(self) -> str:
        clock, processor = (
            f"median {median:.0f} ms, 95 % {late:.0f} ms, most {most:.0f} ms"
            for median, late, most in (self.clock, self.processor)
        )
        return f"{self.count}: on the clock {clock}; of the processor {processor}"


def grade_once(slug: str, source: str) -> tuple[float, float]:
    """Grade a program in a fresh process; return the milliseconds that the diagnosis took, on the clock and in it."""
    done = subprocess.run(
        [sys.executable, "-c", ONE_GRADE, slug], input=source, capture_output=True, text=True, check=True
    )
    clock, processor, _, _ = json.loads(done.stdout)
    return 1000 * clock, 1000 * processor


def cost_of(slug: str, sources: list[str]) -> Cost:
    """Grade the programs one after the other, in a process each."""
    times = [grade_once(slug, source) for source in sources]
    clock, processor = (sorted(column) for column in zip(*times, strict=True))
    late = int(0.95 * (len(times) - 1))
    return Cost(
        len(times),
        (statistics.median(clock), clock[late], clock[-1]),
        (statistics.median(processor), processor[late], processor[-1]),
    )


def sources(exercise: Exercise, count: int, mistakes: int) -> list[str]:
    """Draw programs with so many mistakes each."""
    known = [entry for entry in load_entries(exercise.stem).misconceptions if not entry.raises]
    rng = random.Random(SEED)
    drawn: list[str] = []
    while len(drawn) < count:
        group: list[Misconception] = rng.sample(known, mistakes)
        source = edit_source(exercise.reference, tuple(edit for entry in group for edit in entry.edits))
        if source is not None:
            drawn.append(source)
    return drawn


def measure(slug: str) -> dict[str, Cost]:
    """Return what the diagnosis costs: the first time on a machine, and later, with one mistake and with two."""
    exercise = find_exercise(slug)
    single, double = sources(exercise, SINGLES, 1), sources(exercise, PAIRS, 2)
    # in the order in which a machine would see them: what was computed before is on disk
    return {
        "the very first": cost_of(slug, single[:1]),
        "one mistake": cost_of(slug, single),
        "two mistakes, seen for the first time": cost_of(slug, double),
        "two mistakes": cost_of(slug, double),
    }


def main() -> None:
    """Measure the exercises named on the command line, or the first three."""
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors, {time.strftime('%H:%M')}")
    for slug in sys.argv[1:] or ["linear", "logistic", "logistic-l2"]:
        for what, cost in measure(slug).items():
            print(f"{slug:12}{what:40}{cost}", flush=True)


if __name__ == "__main__":
    main()
