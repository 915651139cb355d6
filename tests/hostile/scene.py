"""Sets the stage for a hostile submission, plays it, and looks from outside whether it reached its goal."""

import contextlib
import ctypes
import io
import os
import re
import resource
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec.structs
import numpy as np
from rich.console import Console

from grader.catalog import find_exercise
from grader.pipeline import grade
from grader.report.exports import to_json
from grader.report.gradescope import gradescope
from grader.report.html import render_html
from grader.report.junit import junit
from grader.report.terminal import print_grade
from grader.results import Entry, Exercise, Grade
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Blocked, Candidate, SubmissionError
from grader.static import examine
from grader.suites import test_linear

ROOT = Path(__file__).parents[2]
CALL_SECONDS = 2.0
SHORT_CALL_SECONDS = 0.4
"""For an attack that is expected to run into the deadline, and takes its time otherwise."""
TIME_OUT = "no answer within"
DEADLINE = 30.0
"""Longer than a submission can make the grader wait, which is six deadlines of a call, even on a busy machine."""

CHECKS = [name for name in vars(test_linear) if name.startswith("test_")]
"""What has to be reported of a submission that was run, however it ends."""

METADATA = re.compile(r"^# /// attack\n((?:#.*\n)+?)# ///$", re.MULTILINE)
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
"""What would do something to a terminal."""
MARKUP = re.compile("<script|<img")
"""What would do something to a page, where the template has neither."""


@dataclass(frozen=True)
class Attack:
    """One file of ``submissions/`` with what it says about itself."""

    name: str
    source: str = field(repr=False)
    goal: str
    """How success is seen: ``loot``, ``effect``, ``pass``, ``text`` or ``stall``."""
    says: str
    """What the grade must contain, so that it names what happened."""
    control: bool | str = False
    """True if it works on an unconfined worker, ``root`` if on root's only, ``naive`` if on a naive grader."""
    elsewhere: str = ""
    """What it may contain instead, with another version of Python."""
    effect: str = ""
    """For the goal ``effect``: what it changes of what ``Scene.snapshot`` sees."""
    runs: int = 1
    """How many workers in a row it takes."""
    machine: str = ""
    """The only machine on which it means something."""


def load_attacks() -> list[Attack]:
    """Return all attacks, by name."""
    return [_parse(path) for path in sorted(Path(__file__).parent.glob("submissions/*.py"))]


def _parse(path: Path) -> Attack:
    source = path.read_text("utf-8")
    found = METADATA.search(source)
    assert found, f"{path.name} says nothing about itself"
    fields = tomllib.loads("\n".join(line[2:] for line in found[1].splitlines()))
    return Attack(path.stem, source, **fields)


class Scene:
    """What an attack may go for: a secret, a folder, a process and listeners, all of them watched."""

    def __init__(self) -> None:
        self.name = f"hostile-{secrets.token_hex(4)}"
        self.secret = f"secret {secrets.token_hex(8)}"
        # open to everybody, so that it is the sandbox and not the file's mode that refuses
        self.folder = Path(tempfile.mkdtemp(prefix="hostile-", dir="/tmp"))
        self.folder.chmod(0o777)
        for name in ("canary.txt", "kept.txt"):
            (self.folder / name).write_text(self.secret)
            (self.folder / name).chmod(0o666)
        self._memory = ctypes.create_string_buffer(self.secret.encode())
        self._shared = Path("/dev/shm", self.name)
        self._file = os.open(self.folder / "canary.txt", os.O_RDONLY)
        self.decoy = subprocess.Popen(["sleep", "60"], start_new_session=True)
        self._tcp = _listen(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))
        self._udp = _listen(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))
        self._unix = _listen(socket.AF_UNIX, socket.SOCK_STREAM, str(self.folder / "socket"))
        (self.folder / "socket").chmod(0o777)
        self._abstract = _listen(socket.AF_UNIX, socket.SOCK_DGRAM, f"\0{self.name}")

    def __enter__(self) -> "Scene":
        return self

    def __exit__(self, *_: object) -> None:
        for listener in (self._tcp, self._udp, self._unix, self._abstract):
            listener.close()
        for pid in self._left_over():
            # the attack's own, by the name that only it could know
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.decoy.kill()
        self.decoy.wait()
        os.close(self._file)
        self._shared.unlink(missing_ok=True)
        shutil.rmtree(self.folder)

    def stage(self, source: str) -> str:
        """Return a submission that knows the scene."""
        assert source.count("\nSCENE = {}\n") == 1
        return source.replace("\nSCENE = {}\n", f"\nSCENE = {self._facts()!r}\n")

    def _facts(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "folder": str(self.folder),
            "canary": str(self.folder / "canary.txt"),
            "repository": str(ROOT),
            "judge": os.getpid(),
            "descriptor": self._file,
            "address": ctypes.addressof(self._memory),
            "length": len(self.secret),
            "decoy": self.decoy.pid,
            "tcp": self._tcp.getsockname()[1],
            "udp": self._udp.getsockname()[1],
            "unix": str(self.folder / "socket"),
        }

    def snapshot(self) -> dict[str, object]:
        """Return all that is watched, for a comparison."""
        return {
            "folder": sorted(_describe_file(path) for path in [self.folder, *self.folder.rglob("*")]),
            "messages": [_received(s) for s in (self._tcp, self._udp, self._unix, self._abstract)],
            "decoy": self._describe_decoy(),
            "processes": bool(self._left_over()),
            "memory": self._memory.value,
            "shared memory": self._shared.exists(),
        }

    def _describe_decoy(self) -> tuple[object, ...]:
        pid = self.decoy.pid
        if self.decoy.poll() is not None:
            return ("ended", self.decoy.returncode)
        limits = tuple(resource.prlimit(pid, limit) for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_CORE))
        usage = (os.getpriority(os.PRIO_PROCESS, pid), os.sched_getaffinity(pid), os.sched_getscheduler(pid))
        # it may take a while to notice
        status = Path(f"/proc/{pid}/status").read_text()
        return ("running", limits, usage, re.findall(r"Pnd:\s*(\w+)", status))

    def _left_over(self) -> list[int]:
        found = []
        for comm in Path("/proc").glob("[0-9]*/comm"):
            with contextlib.suppress(OSError):
                if comm.read_text().strip() == self.name[:15]:
                    found.append(int(comm.parent.name))
        return found


def _listen(family: int, kind: int, address: object) -> socket.socket:
    listener = socket.socket(family, kind)
    listener.bind(address)  # type: ignore[arg-type]
    if kind == socket.SOCK_STREAM:
        listener.listen()
    listener.setblocking(False)
    return listener


def _received(listener: socket.socket) -> bool:
    with contextlib.suppress(BlockingIOError):
        if listener.type == socket.SOCK_STREAM:
            listener.accept()[0].close()
        else:
            listener.recv(100)
        return True
    return False


def _describe_file(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    content = path.read_bytes() if path.is_file() else b""
    times = status.st_mtime if path.is_file() else 0
    owner = (status.st_mode, status.st_uid, status.st_gid, status.st_nlink)
    return (str(path), content, times, owner, tuple(os.listxattr(path, follow_symlinks=False)))


# ------------------------------------------------------------------ playing


@dataclass(frozen=True)
class Result:
    """What an attack has reached."""

    reached: bool
    touched: list[str]
    """What has changed outside, whatever the goal was."""
    text: str
    """All that the grade says."""
    broken: bool = False
    """Whether a check of the grader's broke, or has not reported."""


def exercise_for(attack: Attack) -> Exercise:
    """Return the exercise with a short deadline."""
    linear = find_exercise("linear")
    seconds = SHORT_CALL_SECONDS if attack.says == TIME_OUT else CALL_SECONDS
    return msgspec.structs.replace(linear, limits=msgspec.structs.replace(linear.limits, call_seconds=seconds))


def play(attack: Attack, zygote: Zygote) -> Result:
    """Grade an attack, and see what it has reached."""
    with Scene() as scene:
        source = scene.stage(attack.source)
        before = scene.snapshot()
        started = time.monotonic()
        exercise = exercise_for(attack)
        result = grade(exercise, examine(exercise, "submission.py", source), seed=5, zygote=zygote)
        seconds = time.monotonic() - started
        loot = _plunder(attack, source, zygote) if attack.goal == "loot" else ""
        touched = _differences(before, scene.snapshot())
        text = text_of(result)
        reached = {
            "loot": bool(loot),
            "effect": bool(touched),
            "pass": result.verdict == "pass" and not result.remarks,
            "text": acts(result),
            "stall": False,
        }[attack.goal]
        reported = result.verdict == "invalid" or [check.id for check in result.checks] == CHECKS
        stalled = seconds > DEADLINE
        return Result(reached or stalled or scene.secret in text, touched, text, result.ungraded or not reported)


def unleash(attack: Attack, zygote: Zygote, patience: float = 0.0) -> Result:
    """Call an attack's ``fit`` without grading it, and see what it has reached, for some seconds if need be."""
    with Scene() as scene:
        source = scene.stage(attack.source)
        before = scene.snapshot()
        loot = _plunder(attack, source, zygote)
        touched = _differences(before, scene.snapshot())
        until = time.monotonic() + patience
        while attack.effect and attack.effect not in touched and time.monotonic() < until:
            time.sleep(0.01)
            touched = _differences(before, scene.snapshot())
        return Result(bool(loot) if attack.goal == "loot" else attack.effect in touched, touched, loot)


def _differences(before: dict[str, object], after: dict[str, object]) -> list[str]:
    return [key for key in before if before[key] != after[key]]


def _plunder(attack: Attack, source: str, zygote: Zygote) -> str:
    """Return what the last worker of the attack brings back."""
    loot = ""
    for _ in range(attack.runs):
        with contextlib.closing(Candidate(zygote, exercise_for(attack), source, seed=5)) as candidate:
            try:
                model = candidate.new()
                model.fit(np.arange(6.0).reshape(3, 2), np.ones(3))
                loot = model.loot.text if model.loot.kind == "text" else ""
            except (SubmissionError, Blocked):
                loot = ""
    return loot


def text_of(result: Grade) -> str:
    """Return all that a grade says about a submission."""
    parts = [result.verdict, result.reason, *result.remarks]
    for check in result.with_outcome("fail") + result.with_outcome("error"):
        parts += [check.message, *(evidence.value for evidence in check.evidence)]
    return "\n".join(parts)


def acts(result: Grade) -> bool:
    """Return whether a grade does something where it is shown: in the terminal, as data or as a page."""
    terminal = io.StringIO()
    print_grade(result, Console(file=terminal, width=80, highlight=False))
    page = render_html(result)
    entry = Entry("candidate", result.exercise.slug, result)
    report = junit([entry], "2000-01-01T00:00:00")
    ElementTree.fromstring(report)
    data = to_json(result) + report + gradescope([entry])
    shown = terminal.getvalue() + data.decode() + page
    return bool(ACTIVE.search(shown) or MARKUP.search(page))
