"""Runs ``grade`` with a clock: the child of ``split.py``, in a module of its own that loads next to nothing.

As the grader's modules are imported, the functions of ``STAGES`` are wrapped. The clock always runs for one stage, the
innermost: what the judge waits for a worker counts as ``fits``, not as ``judge``; an import counts as ``imports``
wherever it happens. So the stages add up to the whole.
"""

import atexit
import builtins
import functools
import importlib.abc
import importlib.machinery
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

STAGES = {
    "grader.catalog": {"load_catalog": "reading"},
    "grader.submission": {"read_submission": "reading"},
    "grader.sandbox.launch": {"launch": "zygote", "Launched.close": "end"},
    "grader.sandbox.process": {
        "Zygote._self_test": "zygote",
        "Zygote.spawn": "worker",
        "Worker.ask": "fits",
        "Worker.close": "worker",
    },
    "grader.judge": {"collect": "collecting", "run_suite": "judge"},
    "grader.review": {"review": "diagnosis"},
    "grader.report.terminal": {"print_grade": "output"},
}
NESTED = {("zygote", "fits"), ("zygote", "worker"), ("imports", "zygote")}
"""Pairs in which the inner stage is counted as the outer: the self-test asks a worker as well."""


class Clock:
    """Counts the seconds of the stage that is on top of the stack."""

    def __init__(self, born: float) -> None:
        """``born`` is when the process was started, on the monotonic clock of the system."""
        self._since = time.monotonic(), time.process_time()
        self.stages = {"interpreter": [self._since[0] - born, self._since[1]]}
        """Wall seconds and processor seconds of each."""
        self._stack = ["rest"]

    def push(self, stage: str) -> None:
        """Begin a stage."""
        self._settle()
        self._stack.append(self._stack[-1] if (self._stack[-1], stage) in NESTED else stage)

    def pop(self) -> None:
        """Go back to the stage before."""
        self._settle()
        self._stack.pop()

    def _settle(self) -> None:
        now = time.monotonic(), time.process_time()
        spent = self.stages.setdefault(self._stack[-1], [0.0, 0.0])
        for i in (0, 1):
            spent[i] += now[i] - self._since[i]
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
    """Run the command in ``sys.argv``; write when it ended, and the stages, to the file named first."""
    out, born = sys.argv[1], float(sys.argv[2])
    del sys.argv[1:3]
    clock = Clock(born)

    def write() -> None:
        clock.push("end")
        Path(out).write_text(json.dumps([time.monotonic(), clock.stages]))

    atexit.register(write)
    sys.meta_path.insert(0, Wrapping(clock))
    builtins.__import__ = clock.wrap(builtins.__import__, "imports")
    from grader.cli import main as grade

    grade()
