"""Lets a check talk to the candidate's class as if it were here: ``model.fit(X, y)`` is a message to the worker.

A ``Candidate`` owns the worker, starts a new one after a fault, and keeps the account of patience: an endless
loop is waited for once, not once per check. Those that look at a submission ``again`` share another account, so that
it cannot answer the suite in no time and then make the diagnosis wait at every question.
"""

import re
import sys
import time
from functools import partial
from typing import Any, NamedTuple

import msgspec.structs
import numpy as np

from grader.results import Exercise
from grader.sandbox.exchange import Fault
from grader.sandbox.modules import mentioned
from grader.sandbox.process import Worker, Zygote
from grader.sandbox.wire import Answer, Argument, Make, Question, Raised, Reply, describe

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


LOOKED_AT = {"fit": ("weights", "bias", "loss_history")}
"""What is looked at after a method from the start: it comes along with the answer, at no cost."""


class Patience:
    """How long a submission is waited for in all: for two calls that run into the deadline, or for many slow ones."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds


class Candidate:
    """One source text in a worker, for as many models as the checks make of it."""

    def __init__(
        self,
        zygote: Zygote,
        exercise: Exercise,
        source: str,
        seed: int,
        *,
        still_random: bool = False,
        patience: float | None = None,
    ) -> None:
        """Prepare; nothing runs yet.

        ``still_random`` has random numbers for a start come out as zero. ``patience`` is how many seconds of calls
        there may be in all, if not two deadlines.
        """
        self._still_random = still_random
        self._zygote = zygote
        self._exercise = exercise
        self._source = source
        self._seed = seed
        self._worker: Worker | None = None
        self._models = 0
        self._followers = {method: dict.fromkeys(names) for method, names in LOOKED_AT.items()}
        self.calls = 0
        """How often the submission's code was called: what was seen of a model before that may be out of date."""
        self._blocked: dict[str, str] = {}
        self._patience = Patience(2 * exercise.limits.call_seconds if patience is None else patience)
        self._later = Patience(2 * exercise.limits.call_seconds)
        self.methods = frozenset(exercise.methods)
        """The names that are calls; every other name is an attribute."""
        self.source = source
        self.source_lines = source.splitlines()

    @property
    def tired(self) -> bool:
        """Whether the submission has hung, so that nothing further should be asked of it."""
        return bool(self._blocked) or self._patience.left <= 0

    def again(
        self, source: str | None = None, *, still_random: bool = False, for_a_verdict: bool = False
    ) -> "Candidate":
        """Return a candidate in a worker of its own, of the same source text or of another.

        One of the same text shares its patience with all others made by this method, unless a verdict depends on it.
        """
        text = self._source if source is None else source
        candidate = Candidate(self._zygote, self._exercise, text, self._seed, still_random=still_random)
        if source is None and not for_a_verdict:
            candidate._patience = self._later
        return candidate

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
        """Return a model with the given hyperparameters. The worker makes it when it is first asked something."""
        worker = self.load()
        self._models += 1
        return Model(self, worker, self._models, Make(self._exercise.class_name, options))

    def call(
        self, worker: Worker, question: Question, arrays: list[np.ndarray[Any, Any]], seconds: float | None = None
    ) -> tuple[Answer, dict[str, Answer]]:
        """Call a method of a model, within ``seconds`` or the exercise's deadline for a call.

        Also returns the attributes that were looked at after this method before, as they were right after this call.
        """
        names = tuple(self._followers.setdefault(question.name, {}))
        question = msgspec.structs.replace(question, names=names)
        answer, *looks = self._ask(worker, question, arrays, question.name, seconds).values
        return answer, {name: look for name, look in zip(names, looks, strict=True) if look.kind != "unread"}

    def get(self, worker: Worker, question: Question, after: str) -> Answer:
        """Look at an attribute of a model, after a call of the method ``after``."""
        (name,) = question.names
        if after:
            self._followers[after][name] = None
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
        if self._patience.left <= 0:
            raise Blocked("the submission has used up its time: two deadlines for the whole grade")
        if not worker.alive:
            raise Blocked("the model's process ended during this check")
        self.calls += question.op == "call" or question.make is not None
        started = time.monotonic()
        try:
            allowed = min(seconds or self._exercise.limits.call_seconds, self._patience.left)
            reply = worker.ask(question, arrays, allowed)
        except Fault as fault:
            self._patience.left -= time.monotonic() - started
            if question.make and self._fails_alone(question.make):
                doing = _call(question.make)
            if fault.kind == "timeout" and seconds is None:
                self._blocked[operation] = f"needs {doing}, which did not come back before"
            raise SubmissionError(doing, str(fault), fault=fault) from fault
        self._patience.left -= time.monotonic() - started
        if reply.raised is not None:
            where = doing if reply.made or not question.make else _call(question.make)
            raise SubmissionError(where, _say(reply.raised), raised=reply.raised)
        expected = len(question.names) + (question.op != "get")
        if len(reply.values) != expected:
            worker.close()
            raise SubmissionError(doing, "it wrote into the grader's channel: a reply of the wrong length")
        return reply

    def _fails_alone(self, make: Make) -> bool:
        """Return whether the making of a model is already too much: it was asked for together with something else."""
        if self._patience.left <= 0:
            return False
        started, another = time.monotonic(), self.again(for_a_verdict=True)
        try:
            seconds = min(self._exercise.limits.call_seconds, self._patience.left)
            another.load().ask(Question(op="get", make=make), [], seconds)
        except (Fault, SubmissionError):
            return True
        finally:
            another.close()
            self._patience.left -= time.monotonic() - started
        return False


def _call(make: Make) -> str:
    shown = ", ".join(f"{key}={value:g}" for key, value in make.options.items())
    return f"{make.name}({shown})"


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


class Table(NamedTuple):
    """A large array: so many times the same rows."""

    rows: np.ndarray[Any, Any]
    times: int


class Model:
    """The judge's proxy for one object of the candidate's class."""

    def __init__(self, candidate: Candidate, worker: Worker, number: int, make: Make) -> None:
        self._candidate = candidate
        self._worker = worker
        self._number = number
        self._make: Make | None = make
        self._called = ""
        self._seen: dict[str, Answer] = {}
        self._seen_at = -1
        self._kept = False

    def __getattr__(self, name: str) -> Any:
        """Return a method as a function that asks the worker, any other attribute as an ``Answer``."""
        return partial(self._call, name) if name in self._candidate.methods else self.attribute(name)

    def keep(self) -> None:
        """Answer from now on with the attributes as the last call left them, whatever other models do to them."""
        self._kept = True

    def is_alive(self) -> bool:
        """Return whether the worker that has this model still runs."""
        return self._worker.alive

    def attribute(self, name: str) -> Answer:
        """Look at an attribute, whatever the submission has called it: also by the name of a method, or of one here."""
        if name in self._seen and (self._kept or self._seen_at == self._candidate.calls):
            return self._seen[name]
        question = Question(op="get", target=self._number, make=self._make, names=(name,))
        answer = self._candidate.get(self._worker, question, self._called)
        self._make = None
        return answer

    def _call(
        self, name: str, *arrays: np.ndarray[Any, Any] | Table, deadline: float | None = None, **options: Number
    ) -> Answer:
        tables = [array if isinstance(array, Table) else Table(np.asarray(array), 1) for array in arrays]
        args = tuple(Argument(array=describe(table.rows), times=table.times) for table in tables)
        question = Question("call", name, self._number, self._make, args, options)
        rows = [table.rows for table in tables]
        answer, seen = self._candidate.call(self._worker, question, rows, deadline)
        self._make = None
        if not self._kept:
            self._called, self._seen, self._seen_at = name, seen, self._candidate.calls
        return answer
