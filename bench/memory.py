"""Turns a command into the peak memory of each of its processes: judge, zygote, workers (Linux only).

The kernel keeps each process's high-water mark; it is read again and again until the process is gone, so that what a
process took in its last millisecond may be missed, and nothing else.
"""

import contextlib
import subprocess
import time
from pathlib import Path

from bench.contenders import grade_command
from bench.measure import descendants, environment

PAUSE = 0.002


def peaks(command: list[str], cwd: Path) -> dict[str, float]:
    """Run a command of the grader's; return the peak resident memory of each kind of process, in MB."""
    process = subprocess.Popen(
        command, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    found: dict[str, float] = {}
    zygotes: set[int] = set()
    while process.poll() is None:
        for pid in descendants(process.pid):
            kind = _kind(pid, process.pid, zygotes)
            with contextlib.suppress(OSError, IndexError):
                status = Path(f"/proc/{pid}/status").read_text()
                peak = int(status.split("VmHWM:")[1].split()[0]) / 1000
                found[kind] = max(found.get(kind, 0.0), peak)
        time.sleep(PAUSE)
    return found


def _kind(pid: int, judge: int, zygotes: set[int]) -> str:
    if pid == judge:
        return "judge"
    with contextlib.suppress(OSError, IndexError):
        parent = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        if parent in zygotes:
            return "worker"
        if b"grader.sandbox.zygote" in Path(f"/proc/{pid}/cmdline").read_bytes():
            zygotes.add(pid)
            return "zygote"
    return "other"


def peaks_of_one_grade(submission: Path, work: Path) -> dict[str, float]:
    """Return the peaks of one whole ``grade exercise linear --no-report``."""
    command = [*grade_command(), "exercise", "linear", "--no-report", "--submission", str(submission / "linear.py")]
    return peaks(command, work)
