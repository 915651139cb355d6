"""Turns a peer and a submission into the command that grades it, and what the command left into a verdict."""

import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bench.measure import Run, run

PEERS = Path(__file__).parent / "peers"
OURS = "grade"
N_CHECKS = 15


class Task(Struct, frozen=True):
    """One submission for one peer: where everything is."""

    home: Path
    """The peer's environment."""
    tests: Path
    """A copy of ``bench/peers``, away from this project's own configuration of pytest."""
    submission: Path
    """A folder with the same text as ``submission.py`` and ``linear.py``."""

    def tool(self, name: str) -> str:
        """Return the path of a program of the environment."""
        return str(self.home / "bin" / name)


class Peer(Struct, frozen=True):
    """Another way to grade."""

    name: str
    packages: tuple[str, ...]
    """What to install; the first gives the version."""
    command: Callable[[Task], list[str]]
    verdict: Callable[[Task, Run], str]
    """What it says of a submission: so many checks passed, or that it broke."""
    deadline: str = ""
    """What it does about an endless loop by itself."""
    cwd: Callable[[Task], Path] = lambda task: task.tests
    environment: str = ""
    """The peer whose environment it shares, if it has none of its own."""
    iterations: int = 0
    """How long its checks train where the number does not matter; 0 is no longer than they need."""


def of_pytest(_: Task, done: Run) -> str:
    """Read pytest's last line."""
    counts = pytest_counts(done)
    return says(counts.get("passed", 0)) if sum(counts.values()) == N_CHECKS else "broke"


def pytest_counts(done: Run) -> dict[str, int]:
    """Return how many checks passed and failed, as pytest's last line says."""
    last = (done.output.strip().splitlines() or [""])[-1]
    return {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed)", last)}


def of_gradescope(_: Task, done: Run) -> str:
    """Read the results that gradescope-utils writes for Gradescope."""
    try:
        return says(int(json.loads(done.output[done.output.index("{") :])["score"]))
    except (ValueError, KeyError):
        return "broke"


def of_check50(task: Task, _: Run) -> str:
    """Read check50's own JSON."""
    try:
        return says(sum(result["passed"] is True for result in _json(task.submission / "check50.json")["results"]))
    except (OSError, ValueError, KeyError):
        return "broke"


def of_otter(task: Task, _: Run) -> str:
    """Read the results that Otter writes for Gradescope."""
    try:
        tests = {test["name"]: test for test in _json(task.submission / "results.json")["tests"]}
        return says(int(float(str(tests["linear"]["score"]))))
    except (OSError, ValueError, KeyError):
        return "broke"


def _json(path: Path) -> Mapping[str, list[dict[str, object]]]:
    found: Mapping[str, list[dict[str, object]]] = json.loads(path.read_text())
    path.unlink()  # a later run that writes nothing must not be taken for this one
    return found


def says(passed: int) -> str:
    """Return the verdict in words."""
    return "pass" if passed == N_CHECKS else f"fail ({passed} of {N_CHECKS} checks pass)"


SINGLE: tuple[Peer, ...] = (
    Peer("pytest", ("pytest", "numpy"), lambda t: [t.tool("python"), "-m", "pytest", "-q", "test_one.py"], of_pytest),
    Peer(
        "gradescope-utils",
        ("gradescope-utils", "numpy"),
        lambda t: [t.tool("python"), "run_unittest.py"],
        of_gradescope,
    ),
    Peer(
        "check50",
        ("check50", "numpy"),
        lambda t: [
            t.tool("check50"),
            "--dev",
            "-o",
            "json",
            "--output-file",
            "check50.json",
            str(t.tests / "for_check50"),
        ],
        of_check50,
        deadline="10 s a check, set by the author of the checks",
        cwd=lambda t: t.submission,
    ),
    Peer(
        "otter",
        ("otter-grader", "ipykernel", "numpy"),
        lambda t: [t.tool("otter"), "run", "--no-logo", "-a", "otter.zip", "-o", *_otter_paths(t)],
        of_otter,
    ),
)
"""The peers that grade one submission at a time, the cheapest first."""

HABIT = 1000
"""The default of the class: what most tests train with, for whatever they look at."""


def out_of_habit(name: str) -> str:
    """Return the name of a peer whose checks train as long as that."""
    return f"{name}, {HABIT} iterations"


HABITUAL: tuple[Peer, ...] = tuple(
    replace(peer, name=out_of_habit(peer.name), environment=peer.name, iterations=HABIT)
    for peer in SINGLE
    if peer.name in ("pytest", "gradescope-utils")
)
"""Some of them once more, with checks as they are usually written."""


def _otter_paths(task: Task) -> list[str]:
    return [str(task.submission), str(task.submission / "submission.py")]


XDIST = ("pytest-xdist", "pytest", "numpy")
"""The packages of the peer that grades all submissions in one session."""


def grade_with(peer: Peer, task: Task, limit: float) -> Run:
    """Let a peer grade a submission."""
    variables = {"SUBMISSION": str(task.submission), "ITERATIONS": str(peer.iterations)}
    return run(peer.command(task), cwd=peer.cwd(task), limit=limit, variables=variables)


def grade_cohort_with_xdist(home: Path, tests: Path, cohort: Path, jobs: int, iterations: int = 0) -> Run:
    """Let pytest-xdist grade all submissions of a folder in one session."""
    command = [str(home / "bin" / "python"), "-m", "pytest", "-q", "--tb=no", "-n", str(jobs), "test_cohort.py"]
    return run(command, cwd=tests, limit=600, variables={"COHORT": str(cohort), "ITERATIONS": str(iterations)})


def grade_command() -> list[str]:
    """Return the command ``grade`` of the environment that this runs in."""
    script = Path(sys.executable).with_name("grade")
    return [str(script)] if script.exists() else [sys.executable, "-m", "grader"]


def grade_with_ours(submission: Path, work: Path, limit: float = 120.0) -> Run:
    """Grade a submission with this project: the whole command, with the full sandbox, without a page."""
    command = [*grade_command(), "exercise", "linear", "--no-report", "--submission", str(submission / "linear.py")]
    return run(command, cwd=work, limit=limit)


def of_ours(done: Run) -> str:
    """Read the exit code."""
    return {0: "pass", 1: "fail"}.get(done.status, "broke")


def lay_out(work: Path) -> Path:
    """Copy the adapters to where nothing of this project is near; return their folder."""
    tests = work / "peers"
    shutil.copytree(PEERS, tests, ignore=shutil.ignore_patterns("__pycache__", "__init__.py", "submissions"))
    shutil.copy(PEERS / "for_check50" / "__init__.py", tests / "for_check50" / "__init__.py")
    with zipfile.ZipFile(tests / "otter.zip", "w") as archive:
        archive.write(PEERS / "for_otter" / "linear.py", "tests/linear.py")
        archive.write(PEERS / "checks.py", "files/shared/checks.py")
        archive.writestr("otter_config.json", '{"lang": "python", "pdf": false}')
    return tests


def submit(folder: Path, source: str) -> Path:
    """Write a submission under the names that everybody looks for; return its folder."""
    folder.mkdir(parents=True)
    for name in ("submission.py", "linear.py"):
        (folder / name).write_text(source, "utf-8")
    return folder
