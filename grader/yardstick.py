"""Turns a training into the time that the full solution takes for it, in a worker like the candidate's."""

import time
from functools import lru_cache

from grader.results import Exercise
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Candidate, Model, Table


class Yardstick:
    """The full solution, and the shortest time that it has taken so far."""

    def __init__(self, candidate: Candidate) -> None:
        self._candidate = candidate
        self.fastest = float("inf")
        """In seconds, over all candidates that were measured with this yardstick."""

    def measure(self, X: Table, y: Table, deadline: float, **options: float) -> float:
        """Train once more, now, and return how many seconds that took."""
        seconds = training_seconds(self._candidate.new(**options), X, y, deadline)
        self.fastest = min(self.fastest, seconds)
        return seconds


@lru_cache(maxsize=16)
def yardstick_of(zygote: Zygote, exercise: Exercise) -> Yardstick:
    """Return the yardstick of an exercise among a zygote's workers; it goes when the zygote is closed."""
    return Yardstick(Candidate(zygote, exercise, exercise.reference, seed=0, patience=float("inf")))


def training_seconds(model: Model, X: Table, y: Table, deadline: float) -> float:
    """Return how many seconds a training takes, with the way there and back.

    Measured here, in the judge: what a worker says of its own time could be anything.
    """
    started = time.perf_counter()
    model.fit(X, y, deadline=deadline)
    return time.perf_counter() - started
