"""Tells what one grade is spent on, what it cannot be less than, and how it grows."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from bench.inside import look_inside
from bench.measure import environment
from bench.memory import peaks_of_one_grade
from bench.phase import Phase, grade_phase
from bench.results import Results, Table
from bench.setup import Setup, right_answers, say
from bench.split import split

MOST_MEMORY = 150
CORES = (2, 4, 8, 16, 64)


def measure_costs(setup: Setup, results: Results, rounds: int) -> None:
    """Split one grade into its stages, beside the floor."""
    right = setup.submission("right")
    say("splitting one grade into its stages")
    stages = split(right, setup.work, rounds)
    rows = tuple((s.name, s.says, f"{s.wall:.0f}", f"{s.processor:.0f}") for s in stages if s.wall >= 0.5)
    says = (
        "Medians; the stages are those of the judge, which waits where the processor time is less than the wall time."
    )
    results.tables.append(
        Table("What one grade is spent on", ("stage", "what", "wall, ms", "judge's processor, ms"), rows, says)
    )
    say("measuring the floor")
    inside = look_inside(right, rounds)
    floor = 1000 * statistics.median(floor_once() for _ in range(rounds))
    arithmetic = 1000 * inside.arithmetic
    results.tables.append(
        Table(
            "What one grade cannot be less than",
            ("", "ms"),
            (
                (
                    "an interpreter that imports NumPy and pytest, while another imports NumPy on the other core",
                    f"{floor:.0f}",
                ),
                (f"the {inside.calls} calls of one grade, made where they are, without a sandbox", f"{arithmetic:.0f}"),
                ("together", f"{floor + arithmetic:.0f}"),
            ),
        )
    )
    checks = tuple((str(n), f"{1000 * seconds:.0f}") for n, seconds in inside.growth)
    results.tables.append(Table("How a warm suite grows with its checks", ("checks", "ms"), checks))


def floor_once() -> float:
    """Start the two interpreters that every grade needs, at the same time; return when both are done."""
    folder = str(Path(np.__file__).parents[1])
    commands = (
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({folder!r}); import numpy"],
        [sys.executable, "-c", "import numpy, pytest"],
    )
    started = time.perf_counter()
    processes = [subprocess.Popen(command, env=environment(), cwd="/") for command in commands]
    for process in processes:
        process.wait()
    return time.perf_counter() - started


def measure_memory(setup: Setup, results: Results) -> None:
    """Read the peak memory of each process of one grade."""
    if not Path("/proc/self/status").exists():
        results.notes.append("memory is read from /proc, which this system does not have")
        return
    say("reading the memory of one grade")
    found: dict[str, float] = {}
    for _ in range(3):
        for kind, peak in peaks_of_one_grade(setup.submission("wrong"), setup.work).items():
            found[kind] = max(found.get(kind, 0.0), peak)
    rows = tuple((kind, f"{found.get(kind, 0):.0f}") for kind in ("judge", "zygote", "worker"))
    says = (
        "Peak resident memory in MB, the highest of three grades of the wrong answer; the target is under "
        f"{MOST_MEMORY} for the judge. A worker shares most of its memory with the zygote."
    )
    results.tables.append(Table("Memory of one grade", ("process", "MB"), rows, says))


def measure_growth(setup: Setup, results: Results, full: Phase) -> None:
    """Time batches of several sizes and numbers of processes, and say what more cores can do."""
    phases = [full]
    sizes = [size for size in (25, 100) if size < full.submissions]
    for size, jobs in [*((size, 2) for size in sizes), (min(100, full.submissions), 1)]:
        say(f"a batch of {size} on {jobs} core(s)")
        folder = setup.work / f"growth-{size}-{jobs}"
        for number, source in enumerate(right_answers(size)):
            path = folder / f"c{number:03}" / "linear.py"
            path.parent.mkdir(parents=True)
            path.write_text(source, "utf-8")
        phases.append(grade_phase(folder, setup.work / f"growth-{size}-{jobs}.sqlite", jobs))
    phases.sort(key=lambda phase: (phase.jobs, phase.submissions))
    rows = tuple((str(p.jobs), str(p.submissions), f"{p.seconds:.1f}", f"{1 / p.each:.1f}") for p in phases)
    header = ("processes", "submissions", "seconds", "submissions a second")
    results.tables.append(Table("How a batch grows", header, rows, "Right answers; the start of the pool included."))
    results.tables.append(_more_cores(full))


def _more_cores(phase: Phase) -> Table:
    """Return what Amdahl's law allows."""
    serial, parent = phase.serial, phase.parent / phase.submissions
    says = (
        f"Of the processor time of a batch of {phase.submissions}, {100 * serial:.2f} % is spent in the one process "
        f"that hands out the jobs and stores the grades: {1000 * parent:.2f} ms of {1000 * total(phase):.0f} for each "
        "submission. Amdahl's law then allows the speed-ups below, and no number of cores more than "
        f"{1 / serial:.0f}x, {1 / parent:.0f} submissions a second. Not measured: memory bandwidth, and clocks that "
        "fall when all cores work."
    )
    rows = tuple((str(n), f"{amdahl(serial, n):.1f}x", f"{amdahl(serial, n) / total(phase):.0f}") for n in CORES)
    return Table("What more cores can do", ("cores", "at most", "submissions a second, at most"), rows, says)


def total(phase: Phase) -> float:
    """Return the processor seconds of one submission, everything included."""
    return (phase.parent + phase.children) / phase.submissions


def amdahl(serial: float, cores: int) -> float:
    """Return the speed-up that Amdahl's law allows with a serial share."""
    return 1 / (serial + (1 - serial) / cores)
