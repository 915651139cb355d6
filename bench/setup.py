"""Prepares a run: a folder to work in, the peers' environments, and the submissions that everybody grades."""

import os
import platform
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click
import numpy as np
import pytest
from msgspec import Struct

from bench.contenders import HABITUAL, PEERS, SINGLE, XDIST, Peer, Task, grade_with, lay_out, submit
from bench.environments import InstallError, install, versions
from bench.measure import Run
from bench.results import BUSY, Results
from grader import __version__
from grader.catalog import find_exercise
from grader.misconceptions import edit_reference, load_entries

SUBMISSIONS = ("right", "wrong", "exit", "loop")


class Setup(Struct, frozen=True):
    """What every scenario works with."""

    work: Path
    tests: Path
    homes: dict[str, Path]
    """The environments of the peers that could be installed."""

    def submission(self, name: str) -> Path:
        """Return the folder of one of the submissions."""
        return self.work / "one" / name

    @property
    def peers(self) -> list[Peer]:
        """The peers that are there."""
        return [peer for peer in (*SINGLE, *HABITUAL) if (peer.environment or peer.name) in self.homes]

    @property
    def peers_once(self) -> list[Peer]:
        """The same without those that differ from another only in how long their checks train."""
        return [peer for peer in self.peers if not peer.environment]

    def task(self, peer: Peer, submission: Path) -> Task:
        """Return a submission as a task for a peer."""
        return Task(self.homes[peer.environment or peer.name], self.tests, submission)

    def runner(self, peer: Peer, submission: Path, limit: float = 120.0) -> Callable[[], Run]:
        """Return the function that has a peer grade a submission."""
        task = self.task(peer, submission)
        return lambda: grade_with(peer, task, limit)


def say(text: str) -> None:
    """Print progress."""
    click.echo(f"{datetime.now():%H:%M:%S}  {text}")


def prepare(work: Path) -> Setup:
    """Lay the adapters and the submissions out, with no peer installed."""
    for name in SUBMISSIONS:
        submit(work / "one" / name, (PEERS / "submissions" / f"{name}.py").read_text("utf-8"))
    return Setup(work, lay_out(work), {})


def install_peers(setup: Setup, folder: Path, results: Results) -> None:
    """Install every peer that can be, and write down the versions; one that cannot is noted and left out."""
    for name, packages in [*((peer.name, peer.packages) for peer in SINGLE), ("pytest-xdist", XDIST)]:
        say(f"installing {name} in {folder}")
        try:
            setup.homes[name] = install(folder, name, packages)
            results.versions |= versions(setup.homes[name], packages[:-1])
        except (InstallError, OSError, ValueError) as error:
            results.notes.append(f"{name} could not be installed, so it is missing below: {error}")
            say(results.notes[-1])


def begin() -> Results:
    """Return results that hold what is known before anything is measured."""
    machine = {
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "load at the start": f"{os.getloadavg()[0]:.1f}",
    }
    if os.getloadavg()[0] > BUSY:
        say(f"the machine is busy: load {os.getloadavg()[0]:.1f}. What comes out is for trying this program out")
    known = {"grader": __version__, "python": platform.python_version(), "numpy": np.__version__}
    taken = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    return Results(taken, machine, {**known, "pytest": pytest.__version__})


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def right_answers(count: int) -> list[str]:
    """Return so many right answers; a comment makes every text another one."""
    source = (PEERS / "submissions" / "right.py").read_text("utf-8")
    return [f"{source}\n# {number}\n" for number in range(count)]


def mixed_answers(count: int) -> list[str]:
    """Return a cohort in which every second one has made one of the known mistakes, always in the same order."""
    exercise = find_exercise("linear")
    mistakes = list(load_entries(exercise.stem).misconceptions)
    random.Random(1).shuffle(mistakes)
    sources = right_answers(count)
    for number in range(1, count, 2):
        wrong = edit_reference(exercise, mistakes[number // 2 % len(mistakes)].edits)
        sources[number] = f"{wrong}\n# {number}\n"
    return sources


def lay_cohort(folder: Path, sources: list[str]) -> list[Path]:
    """Write a cohort twice: hand-ins for this project, folders for the peers; return the latter."""
    folders = []
    for number, source in enumerate(sources):
        hand_in = folder / "ours" / f"c{number:03}" / "linear.py"
        hand_in.parent.mkdir(parents=True)
        hand_in.write_text(source, "utf-8")
        folders.append(submit(folder / "theirs" / f"c{number:03}", source))
    return folders
