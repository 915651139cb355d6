"""Splits the wall time of one whole ``grade exercise`` into stages, in the judge, without touching the grader's code.

The real command runs in a fresh interpreter; as its modules are imported, the functions of ``STAGES`` are wrapped with
a clock. The clock always runs for one stage, the innermost: what the judge waits for a worker counts as ``fits``,
not as ``judge``; an import counts as ``imports`` wherever it happens. The stages add up to the whole.
"""

import atexit
import builtins
import functools
import importlib.abc
import importlib.machinery
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.measure import run

STAGES = {
    "grader.catalog": {"load_catalog": "reading"},
    "grader.submission": {"read_submission": "reading"},
    "grader.sandbox.process": {
        "Zygote.__init__": "zygote",
        "Zygote.isolation": "zygote",
        "Zygote.close": "end",
        "Zygote.spawn": "worker",
        "Worker.ask": "fits",
        "Worker.close": "worker",
    },
    "grader.judge": {"collect": "collecting", "run_suite": "judge"},
    "grader.review": {"review": "diagnosis"},
    "grader.report.terminal": {"print_grade": "output"},
}
ORDER = {
    "interpreter": "the interpreter starts",
    "imports": "the judge's imports: click, msgspec, NumPy, pytest, rich",
    "reading": "the catalogue and the submission are read",
    "zygote": "the zygote is started, waited for, and its self-test run",
    "collecting": "pytest collects the suite",
    "worker": "workers are forked, confined and ended",
    "fits": "the worker answers: messages, and the fits themselves",
    "judge": "the checks run in the judge: data, the reference's fits, comparisons",
    "diagnosis": "conventions and mistakes are looked for",
    "output": "the grade is printed",
    "end": "the zygote ends, the interpreter closes",
    "rest": "everything else",
}
NESTED = {("zygote", "fits"), ("zygote", "worker"), ("imports", "zygote")}
"""Pairs in which the inner stage is counted as the outer: the self-test asks a worker as well."""


class Clock:
    """Counts the seconds of the stage that is on top of the stack."""

    def __init__(self, born: float) -> None:
        """``born`` is when the process was started, on the monotonic clock of the system."""
        self.seconds: dict[str, float] = {"interpreter": time.monotonic() - born}
        self._stack = ["rest"]
        self._since = time.monotonic()

    def push(self, stage: str) -> None:
        """Begin a stage."""
        self._settle()
        self._stack.append(self._stack[-1] if (self._stack[-1], stage) in NESTED else stage)

    def pop(self) -> None:
        """Go back to the stage before."""
        self._settle()
        self._stack.pop()

    def _settle(self) -> None:
        now = time.monotonic()
        self.seconds[self._stack[-1]] = self.seconds.get(self._stack[-1], 0.0) + now - self._since
        self._since = now

    def wrap(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """Return a function that counts as a stage while it runs."""

        @functools.wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            self.push(stage)
            try:
                return function(*args, **kwargs)
            finally:
                self.pop()

        return timed


class Wrapping(importlib.abc.MetaPathFinder):
    """Finds modules as ever, and wraps the functions of the stages as soon as theirs is loaded."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def find_spec(self, name: str, path: Sequence[str] | None, _: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Return the usual spec, with a loader that wraps."""
        if name not in STAGES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        assert spec is not None and spec.loader is not None
        load = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            load(module)
            for dotted, stage in STAGES[name].items():
                self._wrap(module, dotted, stage)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec

    def _wrap(self, module: ModuleType, dotted: str, stage: str) -> None:
        *outer, last = dotted.split(".")
        owner: Any = functools.reduce(getattr, outer, module)
        found = vars(owner)[last]
        if isinstance(found, functools.cached_property):
            wrapped = functools.cached_property(self._clock.wrap(found.func, stage))
            wrapped.__set_name__(owner, last)
            setattr(owner, last, wrapped)
        else:
            setattr(owner, last, self._clock.wrap(found, stage))


def main() -> None:
    """Run the command in ``sys.argv``; write the stages' seconds, and when it ended, to the file named first."""
    out, born = sys.argv[1], float(sys.argv[2])
    del sys.argv[1:3]
    clock = Clock(born)

    def write() -> None:
        clock.push("end")
        Path(out).write_text(json.dumps([time.monotonic(), clock.seconds]))

    atexit.register(write)
    sys.meta_path.insert(0, Wrapping(clock))
    builtins.__import__ = clock.wrap(builtins.__import__, "imports")
    from grader.cli import main as grade

    grade()


def split(submission: Path, work: Path, rounds: int) -> dict[str, float]:
    """Return the median milliseconds of each stage of grading a submission, and of the ``whole``."""
    found = [_once(submission, work) for _ in range(rounds + 1)][1:]
    stages = [*ORDER, "whole"]
    return {stage: 1000 * statistics.median(one.get(stage, 0.0) for one in found) for stage in stages}


def _once(submission: Path, work: Path) -> dict[str, float]:
    out = work / f"split-{os.getpid()}.json"
    root = str(Path(__file__).parents[1])
    program = f"import sys; sys.path.insert(0, {root!r}); from bench.split import main; main()"
    options = ["exercise", "linear", "--no-report", "--submission", str(submission / "linear.py")]
    born = time.monotonic()
    done = run([sys.executable, "-c", program, str(out), str(born), *options], cwd=work)
    ended, seconds = json.loads(out.read_text())
    seconds["end"] = seconds.get("end", 0.0) + max(0.0, born + done.seconds - ended)
    return {**seconds, "whole": done.seconds}


if __name__ == "__main__":
    main()
