"""Turns commands into times: wall and processor seconds, taken in turns, so that a busy moment meets everybody."""

import contextlib
import os
import resource
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

UNWANTED = ("PYTHON", "PYTEST", "OPENBLAS", "VIRTUAL_ENV", "GRADE", "COLUMNS")
"""Variables that would make the run of one machine differ from that of another, or one contender from the next."""


class Run(Struct, frozen=True):
    """One command, run to its end or killed."""

    seconds: float
    processor: float
    """User and system seconds, of the process and of what it has waited for."""
    status: int
    output: str
    killed: bool = False
    """Whether it was still running when its time was up."""


class Series(Struct):
    """What was measured of one contender."""

    seconds: list[float] = []
    processor: list[float] = []

    def add(self, run: Run) -> None:
        """Take in another run."""
        self.seconds.append(run.seconds)
        self.processor.append(run.processor)

    @property
    def median(self) -> float:
        """The median of the wall times."""
        return statistics.median(self.seconds)

    @property
    def fastest(self) -> float:
        """The shortest wall time: what the machine does when it does nothing else."""
        return min(self.seconds)


def environment(**more: str) -> dict[str, str]:
    """Return the environment of every command: this one without what would favour or hinder somebody."""
    return {name: value for name, value in os.environ.items() if not name.startswith(UNWANTED)} | more


def run(command: list[str], *, cwd: Path, limit: float = 120.0, variables: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end; kill it, and all that it has started, after ``limit`` seconds."""
    with tempfile.TemporaryFile() as output:
        before = _children_seconds()
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment(**(variables or {})),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        late = threading.Event()

        def kill() -> None:
            late.set()
            kill_tree(process.pid)

        # not wait(limit): it looks every 50 ms, and every time would be a multiple of that
        deadline = threading.Timer(limit, kill)
        deadline.start()
        process.wait()
        seconds = time.perf_counter() - started
        deadline.cancel()
        output.seek(0)
        text = output.read().decode(errors="replace")
        return Run(seconds, _children_seconds() - before, process.returncode, text, late.is_set())


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def descendants(pid: int) -> list[int]:
    """Return the processes below one, itself first. On systems without ``/proc``, only itself."""
    found = [pid]
    for parent in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
    return found


def kill_tree(pid: int) -> None:
    """Kill a process and everything below it, also what has made itself a session of its own."""
    for one in descendants(pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def in_turns(contenders: Mapping[str, Callable[[], Run]], rounds: int) -> Iterator[tuple[str, Run]]:
    """Run every contender once unmeasured, then each in its turn, so many times; yield the runs that count."""
    for contender in contenders.values():
        contender()
    for number in range(rounds):
        # the other way round every second time: nobody always runs behind the same neighbour
        order = list(contenders) if number % 2 == 0 else list(contenders)[::-1]
        for name in order:
            yield name, contenders[name]()
