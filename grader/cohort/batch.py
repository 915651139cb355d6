"""Turns what many candidates handed in into stored grades: the same seed for everyone, each result kept as it comes.

A batch that is interrupted, however roughly, goes on with the same command: what is stored is not graded again.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from grader.catalog import load_catalog
from grader.cohort.fingerprint import digest, fingerprint
from grader.cohort.jobs import Job
from grader.cohort.pool import Pool
from grader.cohort.store import Answer, Store, Stored
from grader.errors import InputError
from grader.handins.intake import list_hand_ins, open_hand_in
from grader.handins.locate import locate
from grader.pipeline import draw_seed
from grader.results import Exercise, HandIn, Returned, Submission

OnProgress = Callable[[int, int], None]
"""Told how many of how many there are."""


class Plan(Struct, frozen=True):
    """What a batch is about."""

    run: int
    seed: int
    slugs: tuple[str, ...]
    """The exercises that every candidate is graded on, in teaching order."""


def take_in(store: Store, paths: Iterable[Path], on_hand_in: OnProgress) -> int:
    """Store every hand-in that is new or has changed; return how many there are.

    Raises ``InputError`` if there is nothing at a path.
    """
    hand_ins = list_hand_ins(tuple(paths))
    for number, hand_in in enumerate(hand_ins, 1):
        stamp = _stamp(hand_in)
        known = store.hand_in(hand_in.candidate)
        if known is None or not stamp or known.stamp != stamp:
            _take_in(store, hand_in, known, stamp)
        on_hand_in(number, len(hand_ins))
    return len(hand_ins)


def _take_in(store: Store, hand_in: HandIn, known: Stored | None, stamp: str) -> None:
    returned = open_hand_in(hand_in)
    # of a folder, only what is in it tells whether it is still the same
    stamp = stamp or digest([str(returned).encode()])
    if known is not None and known.stamp == stamp:
        return
    stored = Stored(hand_in.candidate, _shown(hand_in.path), stamp, returned.notes, returned.refused, returned.handout)
    store.put_hand_in(stored, _answers(returned))


def _stamp(hand_in: HandIn) -> str:
    """Return what changes with a file; nothing for what is no file."""
    try:
        status = os.lstat(hand_in.path)
    except OSError:
        return ""
    is_file = not os.path.isdir(hand_in.path)
    return f"{_shown(os.path.abspath(hand_in.path))} {status.st_size} {status.st_mtime_ns}" if is_file else ""


def _shown(path: str) -> str:
    """Return a path as text that can be stored: the name of a file need not be any."""
    return path.encode("utf-8", "backslashreplace").decode()


def _answers(returned: Returned) -> Iterator[Answer]:
    if returned.refused:
        return
    for slug, found in locate(load_catalog(), returned).items():
        if isinstance(found, Submission):
            yield Answer(slug, found.path, found.source)
        else:
            yield Answer(slug, reason=found)


def settled_seed(store: Store, seed: int | None) -> int:
    """Return the seed of a batch: what was said when it was begun, or was drawn then.

    Raises ``InputError`` if another one is said now: grades of two seeds do not compare.
    """
    found = int(store.setting("seed", str(draw_seed() if seed is None else seed)))
    if seed is not None and seed != found:
        raise InputError(f"this batch was begun with --seed {found}: leave --seed out, or name another folder")
    return found


def current_run(store: Store, *, again: bool = False) -> int:
    """Return the number of the run to go on with; the grades of one run come from one state of the suites.

    With ``again`` a new run is begun if they have changed; without, that they have is an ``InputError``.
    """
    now, latest = fingerprint(), store.latest_run()
    if latest is None or (again and latest[1] != now):
        store.settle("started", datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S"))
        return store.start_run(now)
    if latest[1] != now:
        raise InputError("the suites have changed since this batch was begun: `grade regrade` grades all of it anew")
    return latest[0]


def plan(store: Store, run: int, seed: int, exercises: Iterable[Exercise] | None = None) -> Plan:
    """Return what is to be graded: on the exercises named, or, if none is, on all that anybody has answered.

    Without ``exercises``, those of the time before.
    """
    if exercises is not None:
        store.settle("exercises", " ".join(exercise.slug for exercise in exercises))
    wanted = set(store.setting("exercises", "").split()) or store.answered()
    return Plan(run, seed, tuple(e.slug for e in load_catalog() if e.slug in wanted))


def grade_all(store: Store, plan: Plan, pool: Pool, *, trusted: bool, on_grade: OnProgress) -> None:
    """Grade every answer that has no grade yet. Raises ``IsolationError`` where the system cannot hold them back."""
    ungraded = list(store.ungraded(plan.run, plan.slugs))

    def jobs() -> Iterator[tuple[tuple[str, str], Job]]:
        for candidate, slug in ungraded:
            answer = store.answers(candidate)[slug]
            yield (candidate, slug), Job(slug, answer.path, answer.source, plan.seed, trusted, fingerprint())

    for number, ((candidate, slug), done) in enumerate(pool.run(jobs()), 1):
        store.put_grade(plan.run, candidate, slug, done.grade, done.reason)
        on_grade(number, len(ungraded))
