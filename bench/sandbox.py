"""Measures what confinement costs: ``python -m bench.sandbox``.

Workers with and without confinement take turns, so that a busy moment of the machine meets both.
"""

import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

import numpy as np

from grader.catalog import find_exercise
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Candidate

ROUNDS = 150
CALLS = 500
SELF_TESTS = 10
MOMENT = 20
"""Measurements in a row that a busy machine may leave alone."""
UNCONFINED = ("session", "parent", "capabilities", "limits", "privileges", "dumpable", "landlock", "seccomp")


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long an act takes."""
    started = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    """Print the medians, with the fastest, the 95th percentile, and the median of the calmest moment."""
    exercise = find_exercise("linear")
    X, y = np.random.default_rng(1).standard_normal((100, 5)), np.ones(100)
    with ExitStack() as stack:
        zygotes = {
            "confined": stack.enter_context(Zygote()),
            "unconfined": stack.enter_context(Zygote(skip=UNCONFINED)),
        }
        times: dict[tuple[str, str], list[float]] = {}

        def record(what: str, how: str, act: Callable[[], object]) -> None:
            times.setdefault((what, how), []).append(milliseconds(act))

        for how, zygote in zygotes.items():
            zygote.spawn(exercise.limits, []).close()  # it has started by then, and has had its self-test
            for _ in range(SELF_TESTS):
                vars(zygote).pop("_self_test")
                record("self-test, once per zygote", how, partial(getattr, zygote, "isolation"))
        for _ in range(ROUNDS):
            for how, zygote in zygotes.items():
                candidate = Candidate(zygote, exercise, exercise.reference, seed=1)
                record("spawn to first answer", how, candidate.load)
                record("end", how, candidate.close)
        for how, zygote in zygotes.items():
            candidate = Candidate(zygote, exercise, exercise.reference, seed=1)
            model = candidate.new()
            model.fit(X, y)
            for _ in range(CALLS):
                record("predict on a 100 x 5 array", how, partial(model.predict, X))
            candidate.close()
    print(f"{'milliseconds':28}{'':12}{'median':>8}{'fastest':>9}{'95 %':>8}{'calmest':>9}")
    for (what, how), values in times.items():
        print(
            f"{what:28}{how:12}{statistics.median(values):8.3f}{min(values):9.3f}{late(values):8.3f}{calm(values):9.3f}"
        )


def late(values: list[float]) -> float:
    """Return the time that 95 % stay below."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


def calm(values: list[float]) -> float:
    """Return the median of the calmest moment: the lowest of so many in a row."""
    return min(statistics.median(values[i : i + MOMENT]) for i in range(max(1, len(values) - MOMENT)))


if __name__ == "__main__":
    main()
