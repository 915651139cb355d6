"""Talks to real workers: right ones, hanging ones, dying ones."""

import contextlib
import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec.structs
import numpy as np
import pytest

from grader.results import Exercise
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Blocked, Candidate, SubmissionError

Start = Callable[[str], Candidate]
CLASS = (
    "class LinearRegression:\n    def fit(self, X, y):\n        {fit}\n    def predict(self, X):\n        {predict}\n"
)


@pytest.fixture
def start(zygote: Zygote, impatient: Exercise) -> Iterator[Start]:
    """Starts a candidate whose ``fit`` is the given line."""
    candidates: list[Candidate] = []

    def start(fit: str, predict: str = "return X[:, 0]", top: str = "") -> Candidate:
        source = f"import os, sys, time\nimport numpy as np\n{top}\n" + CLASS.format(fit=fit, predict=predict)
        candidates.append(Candidate(zygote, impatient, source, seed=1))
        return candidates[-1]

    yield start
    for candidate in candidates:
        candidate.close()


X, Y = np.arange(6.0).reshape(3, 2), np.ones(3)


def failure(candidate: Candidate) -> SubmissionError:
    model = candidate.new()
    with pytest.raises(SubmissionError) as caught:
        model.fit(X, Y)
    return caught.value


def test_a_call_goes_there_and_back(start: Start) -> None:
    model = start("self.weights = X.sum(axis=0); print('hello'); return self").new()
    assert model.fit(X, Y).kind == "self"
    np.testing.assert_array_equal(model.weights.array, X.sum(axis=0))
    assert model.bias.kind == "missing"
    assert model.bias.text == "weights"
    np.testing.assert_array_equal(model.predict(X).array, X[:, 0])


def test_a_large_array_goes_there_and_back(start: Start) -> None:
    big = np.random.default_rng(1).standard_normal((20_000, 20))
    np.testing.assert_array_equal(start("return X").new().fit(big, Y).array, big)


@pytest.mark.parametrize(
    ("fit", "says"),
    [
        ("while True: pass", "no answer within 1 s"),
        ("os._exit(0)", "ended its own process"),
        ("os.kill(os.getpid(), 9)", "SIGKILL"),
        ("os.kill(os.getpid(), 11)", "SIGSEGV"),
        ("print('x' * 10**8)", "printed more than 1024 KiB"),
        ("os.write(4, b'x' * 100)", "grader's channel"),
        ("sys.exit(0)", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("np.ones(10**10)", "MemoryError"),
        ("import pytest", "ModuleNotFoundError"),
        ("import grader", "ModuleNotFoundError"),
        ("open('/tmp/x-grader-test', 'w').write('x' * 10**6)", "Permission denied"),
    ],
)
def test_what_a_worker_does_wrong_is_named(start: Start, fit: str, says: str) -> None:
    error = failure(start(fit))
    assert says in str(error)
    assert error.doing == "fit"


def test_an_exception_has_its_line_and_function(start: Start) -> None:
    raised = failure(start("return X @ np.ones(9)")).raised
    assert raised is not None
    assert (raised.type_name, raised.line, raised.function) == ("ValueError", 6, "fit")


def test_changed_arguments_and_warnings_are_reported(start: Start) -> None:
    answer = start("X[0, 0] = 9; np.exp(np.array([1000.0])); return self").new().fit(X, Y)
    assert answer.changed == (0,)
    assert X[0, 0] == 0
    assert any("overflow" in warning for warning in answer.warnings)


def test_an_endless_loop_blocks_its_method_only(start: Start) -> None:
    candidate = start("while True: pass")
    failure(candidate)
    with pytest.raises(Blocked):
        candidate.new().fit(X, Y)
    assert candidate.new().predict(X).kind == "array"


def test_all_later_looks_together_are_waited_for_as_long_as_the_first(start: Start, zygote: Zygote) -> None:
    candidate = start("time.sleep(0.9)")
    with contextlib.ExitStack() as stack:

        def tire(another: Candidate) -> str:
            model = stack.enter_context(contextlib.closing(another)).new()
            for _ in range(3):
                try:
                    model.fit(X, Y)
                except SubmissionError:  # the third time
                    continue
            with pytest.raises(Blocked) as caught:
                model.predict(X)
            return str(caught.value)

        assert "used up its time" in tire(candidate.again())
        with pytest.raises(Blocked, match="used up its time"):
            candidate.again(still_random=True).new()
        # what decides the verdict has patience of its own
        for fresh in (candidate, candidate.again(for_a_verdict=True), candidate.again("class LinearRegression: pass")):
            stack.enter_context(contextlib.closing(fresh)).new()


def test_environment_and_main_guard(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_SECRET", "x")
    candidate = start("return [len(k) for k in os.environ if 'GRADER' in k]", top="assert __name__ != '__main__'")
    assert candidate.new().fit(X, Y).array.size == 0


def state_of(pid: int) -> str:
    """Return the state of a process: Z once it has ended, - once that has been noticed."""
    for _ in range(200):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().split()[2]
        except FileNotFoundError:
            return "-"
        if state == "Z":
            break
        time.sleep(0.01)
    return state


def test_nothing_is_left_behind(impatient: Exercise) -> None:
    before = len(os.listdir("/proc/self/fd"))
    # sealed, it could not even start one
    with Zygote(skip=("seccomp",)) as zygote:
        fork = "pid = os.fork(); (time.sleep(60), os._exit(0)) if pid == 0 else None; return pid"
        candidate = Candidate(zygote, impatient, "import os, time\n" + CLASS.format(fit=fork, predict="pass"), seed=1)
        child = int(candidate.new().fit(X, Y).array)
        candidate.close()
    assert state_of(child) in "Z-"
    assert len(os.listdir("/proc/self/fd")) == before


ENDS = (
    "return self",
    "while True: pass",
    "os._exit(0)",
    "os.kill(os.getpid(), 19)",
    "os.kill(os.getpid(), 11)",
    "print('x' * 3_000_000)",
    "os.write(4, b'x' * 100)",
    "os.close(4)",
    "raise SystemExit",
    "return np.zeros(100_000)",
)
"""How workers come to their end: by themselves, at the deadline, and after all that is not allowed."""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_two_hundred_workers_leave_nothing_behind(linear: Exercise) -> None:
    limits = msgspec.structs.replace(linear.limits, call_seconds=0.05)
    hasty = msgspec.structs.replace(linear, limits=limits)
    with Zygote() as zygote:

        def live(fit: str) -> None:
            source = "import os\nimport numpy as np\n" + CLASS.format(fit=fit, predict="pass")
            candidate = Candidate(zygote, hasty, source, seed=1)
            with contextlib.closing(candidate), contextlib.suppress(SubmissionError):
                candidate.new().fit(X, Y)

        def left() -> tuple[object, ...]:
            pid = zygote._process.pid
            descriptors = (len(os.listdir("/proc/self/fd")), len(os.listdir(f"/proc/{pid}/fd")))
            return (*descriptors, Path(f"/proc/{pid}/task/{pid}/children").read_text(), dict(zygote._workers))

        for fit in ENDS:
            live(fit)
        before, memory, objects = left(), resident(zygote._process.pid), len(gc.get_objects())
        for _ in range(20):
            for fit in ENDS:
                live(fit)
        assert left() == before
        assert resident(zygote._process.pid) - memory < 2 * 1024 * 1024
        assert len(gc.get_objects()) - objects < 200


def resident(pid: int) -> int:
    """Return how many bytes of memory a process has."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
