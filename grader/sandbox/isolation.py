"""Tries forbidden acts in a real worker and says what level of isolation that shows.

A sandbox that silently is none is worse than none, so nothing is inferred from versions or from what was switched on:
the level is ``strong`` only if every act was refused.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from grader.errors import IsolationError, SandboxError
from grader.results import Isolation, Limits, Probe
from grader.sandbox.exchange import Fault
from grader.sandbox.wire import Make, Question

if TYPE_CHECKING:
    from grader.sandbox.process import Worker

LIMITS = Limits(call_seconds=10, memory_mib=1024, output_kib=64)
MODULES = ["ctypes", "mmap", "resource", "socket"]
"""What the probes import."""

ACTS = 20
"""How many acts ``probes.py`` tries. A self-test that reports another number has not taken place."""

WAY_OUT = (
    "Run the grader on Linux with kernel 3.17 or newer, or in a Linux container or under WSL2 on any other system;"
    " or, for code that you trust, add --trust-submission. `grade doctor` shows what is missing."
)


class Report(msgspec.Struct, frozen=True):
    """What became of each step of a worker's confinement."""

    taken: dict[str, str]
    """The steps that were taken, with a detail."""
    missing: dict[str, str]
    """The steps that were not, with the reason."""


def measure(worker: "Worker", judge: int) -> Isolation:
    """Try the acts of ``probes.py`` in a fresh worker, which is spent afterwards. ``judge`` is a process id."""
    source = Path(__file__).with_name("probes.py").read_text("utf-8")
    questions = (
        Question(op="load", name="Probes", source=source),
        Question(op="call", name="run", make=Make("Probes"), options={"judge": judge}),
    )
    try:
        for question in questions:
            reply = worker.ask(question, [], LIMITS.call_seconds)
            if reply.raised:
                raised = f"{reply.raised.type_name}: {reply.raised.message}"
                raise SandboxError(f"the sandbox's self-test broke: {raised}")
    except Fault as fault:
        raise SandboxError(f"the sandbox's self-test did not come to its end: {fault}") from fault
    probes = [line.split("\t") for line in reply.values[0].text.splitlines()]
    return judge_probes(worker.report, tuple(Probe(act, answer) for act, answer in probes))


def judge_probes(report: Report, probes: tuple[Probe, ...]) -> Isolation:
    """Return the level that the probes show. Raises ``SandboxError`` if some are missing."""
    if len({probe.act for probe in probes}) != ACTS:
        raise SandboxError(f"the sandbox's self-test reported {len(probes)} acts instead of {ACTS}")
    if all(probe.refused for probe in probes):
        return Isolation("strong", layers(report), probes)
    held = "seccomp" in report.taken or "landlock" in report.taken
    return Isolation("weak" if held else "none", layers(report), probes)


def layers(report: Report) -> str:
    """Name the two locks of the kernel's, or say that they are not there."""
    seccomp = "seccomp sealed" if "seccomp" in report.taken else "no seccomp"
    landlock = f"Landlock {report.taken['landlock']}" if "landlock" in report.taken else "no Landlock"
    return f"{seccomp}, {landlock}"


def demand_strong(isolation: Isolation) -> None:
    """Raise ``IsolationError`` unless the isolation is good enough for somebody else's code."""
    if isolation.level == "strong":
        return
    raise IsolationError(f"somebody else's code is not run with isolation {isolation}. {WAY_OUT}")
