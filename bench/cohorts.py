"""Measures a batch: throughput on two cores, this project's pool beside peers that grade two submissions at a time."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.contenders import (
    HABIT,
    N_CHECKS,
    Peer,
    grade_cohort_with_xdist,
    grade_command,
    out_of_habit,
    pytest_counts,
)
from bench.measure import Run, run
from bench.phase import Phase, grade_phase
from bench.results import Ratio, Results, Table
from bench.setup import Setup, lay_cohort, mixed_answers, right_answers, say

JOBS = 2
XDIST = "pytest-xdist"
COUNTS = {"check50": 24, "otter": 8, XDIST: 200, out_of_habit(XDIST): 200}
"""Over how many submissions a peer is measured; with start-up in each, more of them take as long each."""

USUAL_COUNT = 40

TARGETS = {"pytest": 7.0, XDIST: 2.0, "gradescope-utils": 4.0, "otter": 25.0}
TARGETS |= {out_of_habit(name): target for name, target in TARGETS.items()}
KINDS = {
    "right": "right answers",
    "mixed": "answers, every second one with another of the mistakes that this project knows, and finds by its name",
}


def measure_cohorts(setup: Setup, results: Results, count: int, rounds: int) -> Phase:
    """Time a cohort of right answers, and one of all kinds; return the phase of the former."""
    phases = {}
    for kind, number, answers in (
        ("right", count, right_answers),
        ("mixed", max(count // 4, 10), mixed_answers),
    ):
        folder = setup.work / f"cohort-{kind}"
        theirs = lay_cohort(folder, answers(number))
        each: dict[str, list[float]] = {}
        for turn in range(rounds):
            say(f"a batch of {number} {kind} answers, round {turn + 1} of {rounds}")
            phases[kind] = _one_round(setup, results, kind, theirs, each, turn)
        best = {name: min(values) for name, values in each.items()}
        _report(results, kind, number, best)
    return phases["right"]


def _one_round(
    setup: Setup, results: Results, kind: str, theirs: list[Path], each: dict[str, list[float]], turn: int
) -> Phase:
    folder = setup.work / f"cohort-{kind}"
    phase = grade_phase(folder / "ours", folder / f"phase-{turn}.sqlite", JOBS)
    each.setdefault("this project, grading", []).append(phase.each)
    each.setdefault("this project, whole command", []).append(_whole_command(folder, turn) / len(theirs))
    for peer in setup.peers:
        some = some_of(peer.name, theirs)
        seconds, verdicts = _two_at_a_time(setup, peer, some)
        if kind == "right" and set(verdicts) != {"pass"}:
            counts = ", ".join(f"{n} x {verdict}" for verdict, n in Counter(verdicts).items())
            results.notes.append(f"{peer.name} did not pass every right answer of a batch: {counts}")
        if kind == "mixed" or verdicts.count("pass") > len(verdicts) / 2:
            each.setdefault(peer.name, []).append(seconds / len(some))
    for name, iterations in ((XDIST, 0), (out_of_habit(XDIST), HABIT)) if XDIST in setup.homes else ():
        done = _in_one_session(setup, folder, theirs, iterations)
        if sum(pytest_counts(done).values()) == N_CHECKS * len(some_of(name, theirs)):
            each.setdefault(name, []).append(done.seconds / len(some_of(name, theirs)))
        else:
            results.notes.append(f"{name} did not run all its checks: {done.output[-200:]!r}")
    return phase


def _whole_command(folder: Path, turn: int) -> float:
    options = ["--out", str(folder / f"out-{turn}"), "--jobs", str(JOBS), "--exercise", "linear"]
    done = run([*grade_command(), "batch", str(folder / "ours"), *options], cwd=folder, limit=900)
    if done.status:
        raise RuntimeError(f"grade batch ended with {done.status}: {done.output[-300:]}")
    return done.seconds


def _two_at_a_time(setup: Setup, peer: Peer, submissions: list[Path]) -> tuple[float, list[str]]:
    started = time.perf_counter()
    with ThreadPoolExecutor(JOBS) as pool:
        done = list(pool.map(lambda submission: setup.runner(peer, submission)(), submissions))
    seconds = time.perf_counter() - started
    return seconds, [peer.verdict(setup.task(peer, s), run) for s, run in zip(submissions, done, strict=True)]


def some_of(peer: str, submissions: list[Path]) -> list[Path]:
    """Return as many submissions as a peer is measured over."""
    return submissions[: COUNTS.get(peer, USUAL_COUNT)]


def _in_one_session(setup: Setup, folder: Path, theirs: list[Path], iterations: int) -> Run:
    cohort = folder / "session"
    if not cohort.exists():
        cohort.mkdir()
        for submission in some_of(XDIST, theirs):
            (cohort / submission.name).symlink_to(submission)
    return grade_cohort_with_xdist(setup.homes[XDIST], setup.tests, cohort, JOBS, iterations)


def _measured_over(name: str, number: int) -> int:
    return number if name.startswith("this project") else min(COUNTS.get(name, USUAL_COUNT), number)


def _report(results: Results, kind: str, number: int, best: dict[str, float]) -> None:
    ours = best["this project, grading"]
    for name, seconds in best.items():
        if name.startswith("this project"):
            continue
        target = 1 / TARGETS[name] if kind == "right" and name in TARGETS else None
        title = f"{name}: a batch of {kind} answers"
        results.ratios[f"batch of {kind} answers / {name}"] = Ratio(title, ours / seconds, target, throughput=True)
    rows = tuple(
        (name, f"{1 / seconds:.1f}", f"{1000 * seconds:.0f}", str(_measured_over(name, number)))
        for name, seconds in sorted(best.items(), key=lambda item: item[1])
    )
    says = (
        f"{number} {KINDS[kind]}. {JOBS} at a time; the best of the rounds. Peers are measured over fewer submissions "
        "and scaled. `grading` is the pool alone, with its start; the whole command also takes the hand-ins in and "
        "writes a page for each candidate, JSON, CSV and JUnit. `, 1000 iterations` is the same peer with checks that "
        "train as long as the class does by default wherever the number does not matter. pytest-xdist runs all in one "
        "session, where every submission can spoil the others."
    )
    header = ("two cores", "submissions a second", "milliseconds each", "measured over")
    results.tables.append(Table(f"A batch of {kind} answers", header, rows, says))
