"""Looks inside one grade: ``python -m bench.inside SUBMISSION ROUNDS``, which prints JSON.

All calls that a grade makes of the submission are written down and made again without sandbox, pipes or checks: the
arithmetic that no grader can save. The suite is run with its first checks only, to see what each further one costs.
"""

import contextlib
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from bench.measure import environment
from grader.catalog import find_exercise, load_class
from grader.judge import collect, run_suite
from grader.pipeline import grade
from grader.results import Exercise, Submission
from grader.sandbox.process import Worker, Zygote
from grader.sandbox.remote import Candidate
from grader.sandbox.wire import Question, Reply
from grader.sandbox.worker import take_arguments
from grader.submission import read_submission
from grader.yardstick import yardstick_of

Call = tuple[int, Question, list[np.ndarray[Any, Any]]]


class Inside(Struct, frozen=True):
    """What was found."""

    calls: int
    """Calls of the submission's methods in one grade, the reference's for comparison among them."""
    arithmetic: float
    """Seconds that they take where they are."""
    growth: list[tuple[int, float]]
    """Numbers of checks, and the seconds that a warm suite of so many takes."""


def main() -> None:
    """Print what one grade is made of."""
    exercise, rounds = find_exercise("linear"), int(sys.argv[2])
    submission = read_submission(exercise, Path(sys.argv[1]))
    with Zygote() as zygote:
        calls = _calls(exercise, submission, zygote)
        arithmetic = min(_replay(load_class(exercise, submission.source), calls) for _ in range(rounds))
        growth = _growth(exercise, submission, zygote, rounds)
    n_calls = sum(question.op == "call" for _, question, _ in calls)
    print(msgspec.json.encode(Inside(n_calls, arithmetic, growth)).decode())


def _calls(exercise: Exercise, submission: Submission, zygote: Zygote) -> list[Call]:
    zygote.isolation  # noqa: B018 - the self-test's questions are not to be written down
    found: list[Call] = []
    ask = Worker.ask

    def listening(self: Worker, question: Question, arrays: list[np.ndarray[Any, Any]], seconds: float) -> Reply:
        found.append((id(self), question, arrays))
        return ask(self, question, arrays, seconds)

    Worker.ask = listening  # type: ignore[method-assign]
    try:
        grade(exercise, submission, seed=1, zygote=zygote)
    finally:
        Worker.ask = ask  # type: ignore[method-assign]
    return found


def _replay(model_class: Any, calls: list[Call]) -> float:
    models: dict[tuple[int, int], Any] = {}
    seconds = 0.0
    for worker, question, arrays in calls:
        key = worker, question.target
        if question.make and key not in models:
            models[key] = model_class(**question.make.options)
        if question.op == "call":
            model = models[key]
            specs = msgspec.to_builtins(question.args)
            tables = take_arguments(specs, b"".join(array.tobytes() for array in arrays))
            started = time.perf_counter()
            # what raises is among the questions too: whether y may be a column, for one
            with contextlib.suppress(Exception):
                getattr(model, question.name)(*tables, **question.options)
            seconds += time.perf_counter() - started
    return seconds


def _growth(exercise: Exercise, submission: Submission, zygote: Zygote, rounds: int) -> list[tuple[int, float]]:
    names = [item.name for item in collect(exercise.suite)._items]
    found = []
    for count in (1, len(names) // 4, len(names) // 2, len(names)):
        times = []
        for _ in range(rounds + 1):
            candidate = Candidate(zygote, exercise, submission.source, seed=1)
            candidate.load()
            started = time.perf_counter()
            run_suite(exercise, candidate, yardstick_of(zygote, exercise), seed=1, only=names[:count])
            times.append(time.perf_counter() - started)
            candidate.close()
        found.append((count, statistics.median(times[1:])))
    return found


def look_inside(submission: Path, rounds: int) -> Inside:
    """Look inside the grade of a submission, in a process of its own."""
    command = [sys.executable, "-m", "bench.inside", str(submission / "linear.py"), str(rounds)]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, cwd=root, env=environment(), stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=Inside)


if __name__ == "__main__":
    main()
