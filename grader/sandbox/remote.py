"""Lets a check talk to the candidate's class as if it were here: ``model.fit(X, y)`` is a message to the worker.

A ``Candidate`` owns the worker, starts a new one after a fault, and keeps the account of patience: an endless
loop is waited for once, not once per check.
"""

import re
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.results import Exercise
from grader.sandbox.exchange import Fault
from grader.sandbox.modules import mentioned
from grader.sandbox.process import Worker, Zygote
from grader.sandbox.wire import Answer, Argument, Question, Raised, Reply, describe

Number = float | int


class SubmissionError(Exception):
    """The candidate's code raised, or its worker came to an end. ``doing`` is the call, as the candidate knows it."""

    def __init__(self, doing: str, message: str, *, raised: Raised | None = None, fault: Fault | None = None) -> None:
        super().__init__(message)
        self.doing = doing
        self.raised = raised
        self.fault = fault


class Blocked(Exception):
    """A call that is not made, because the candidate's code hung in it before."""


class Candidate:
    """One source text in a worker, for as many models as the checks make of it."""

    def __init__(
        self, zygote: Zygote, exercise: Exercise, source: str, seed: int, *, still_random: bool = False
    ) -> None:
        """Prepare; nothing runs yet. ``still_random`` has random numbers for a start come out as zero."""
        self._still_random = still_random
        self._zygote = zygote
        self._exercise = exercise
        self._source = source
        self._seed = seed
        self._worker: Worker | None = None
        self._blocked: dict[str, str] = {}
        # two calls that run into the deadline, or as much time in calls that just do not
        self._patience = 2 * exercise.limits.call_seconds
        self.methods = frozenset(exercise.methods)
        """The names that are calls; every other name is an attribute."""
        self.source = source
        self.source_lines = source.splitlines()

    @property
    def tired(self) -> bool:
        """Whether the submission has hung, so that nothing further should be asked of it."""
        return bool(self._blocked) or self._patience <= 0

    def again(self, source: str | None = None, *, still_random: bool = False) -> "Candidate":
        """Return a candidate in a worker of its own, of the same source text or of another."""
        text = self._source if source is None else source
        return Candidate(self._zygote, self._exercise, text, self._seed, still_random=still_random)

    def close(self) -> None:
        """End the worker, if there is one."""
        if self._worker is not None:
            self._worker.close()

    def load(self) -> Worker:
        """Return the worker with the submission imported, a new one if there is none.

        Raises ``SubmissionError`` if the import fails or the class is not there.
        """
        if self._worker is not None and self._worker.alive:
            return self._worker
        self._worker = self._zygote.spawn(self._exercise.limits, mentioned(self._source))
        name = self._exercise.class_name
        question = Question(op="load", name=name, source=self._source, seed=self._seed, still_random=self._still_random)
        (answer,) = self._ask(self._worker, question, [], "importing the file").values
        if answer.kind == "missing":
            there = f"; it defines {answer.text}" if answer.text else ""
            raise SubmissionError("importing the file", f"the file has no class {name}{there}")
        return self._worker

    def new(self, **options: Number) -> "Model":
        """Make a model with the given hyperparameters."""
        worker = self.load()
        name = self._exercise.class_name
        shown = ", ".join(f"{key}={value:g}" for key, value in options.items())
        doing = f"{name}({shown})"
        (answer,) = self._ask(worker, Question(op="new", name=name, options=options), [], doing).values
        if answer.array is None or answer.array.shape or answer.array.dtype.kind != "i":
            # the worker counts its models, unless the submission counts for it
            worker.close()
            raise SubmissionError(doing, "it wrote into the grader's channel: the model has no number")
        return Model(self, worker, int(answer.array))

    def call(
        self, worker: Worker, question: Question, arrays: list[np.ndarray[Any, Any]], seconds: float | None = None
    ) -> Answer:
        """Call a method of a model, within ``seconds`` or the exercise's deadline for a call."""
        (answer,) = self._ask(worker, question, arrays, question.name, seconds).values
        return answer

    def get(self, worker: Worker, target: int, name: str) -> Answer:
        """Look at an attribute of a model."""
        question = Question(op="get", target=target, names=(name,))
        (answer,) = self._ask(worker, question, [], f"reading {name}").values
        return answer

    def _ask(
        self,
        worker: Worker,
        question: Question,
        arrays: list[np.ndarray[Any, Any]],
        doing: str,
        seconds: float | None = None,
    ) -> Reply:
        operation = question.name or question.op
        if operation in self._blocked:
            raise Blocked(self._blocked[operation])
        if self._patience <= 0:
            raise Blocked("the submission has used up its time: two deadlines for the whole grade")
        if not worker.alive:
            raise Blocked("the model's process ended during this check")
        started = time.monotonic()
        try:
            allowed = min(seconds or self._exercise.limits.call_seconds, self._patience)
            reply = worker.ask(question, arrays, allowed)
        except Fault as fault:
            if fault.kind == "timeout" and seconds is None:
                self._blocked[operation] = f"needs {doing}, which did not come back before"
            raise SubmissionError(doing, str(fault), fault=fault) from fault
        finally:
            self._patience -= time.monotonic() - started
        if reply.raised is not None:
            raise SubmissionError(doing, _say(reply.raised), raised=reply.raised)
        expected = max(1, len(question.names))
        if len(reply.values) != expected:
            worker.close()
            raise SubmissionError(doing, "it wrote into the grader's channel: a reply of the wrong length")
        return reply


def _say(raised: Raised) -> str:
    text = f"{raised.type_name}: {raised.message}"
    # one that a submission runs into by asking the system for something, told apart from one of its own making
    refused = raised.type_name in ("PermissionError", "BlockingIOError") and "[Errno " in raised.message
    if refused or (raised.type_name == "RuntimeError" and "start new thread" in raised.message):
        return f"{text} (a submission has no files, no network, and no processes or threads beside its own)"
    missing = re.match(r"No module named '(\w+)", raised.message)
    if missing and missing[1] in sys.stdlib_module_names:
        return f"{text} (this part of the standard library is not available to a submission)"
    return text


class Model:
    """The judge's proxy for one object of the candidate's class."""

    def __init__(self, candidate: Candidate, worker: Worker, number: int) -> None:
        self._candidate = candidate
        self._worker = worker
        self._number = number

    def __getattr__(self, name: str) -> Any:
        """Return a method as a function that asks the worker, any other attribute as an ``Answer``."""
        if name in self._candidate.methods:
            return self._method(name)
        return self._candidate.get(self._worker, self._number, name)

    def _method(self, name: str) -> Callable[..., Answer]:
        def call(*arrays: np.ndarray[Any, Any], deadline: float | None = None, **options: Number) -> Answer:
            little = [np.asarray(array) for array in arrays]
            args = tuple(Argument(array=describe(array)) for array in little)
            question = Question(op="call", name=name, target=self._number, args=args, options=options)
            return self._candidate.call(self._worker, question, little, deadline)

        return call
