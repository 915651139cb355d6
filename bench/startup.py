"""Looks at what the command line loads: ``grade --help`` has to be there at once, so nothing heavy may come along."""

import subprocess
import sys
from pathlib import Path

from bench.contenders import grade_command
from bench.measure import Run, environment, run

HEAVY = ("numpy", "pytest", "_pytest", "rich", "jinja2", "pygments", "msgspec")
"""What ``grade --help`` must not import."""

GRADE = "from grader.cli import main; main()"


def help_once(work: Path) -> Run:
    """Run ``grade --help``."""
    return run([*grade_command(), "--help"], cwd=work)


def imports(arguments: list[str], work: Path) -> list[tuple[str, int]]:
    """Return every module that a command imports, in the order in which they are done, with its own microseconds."""
    command = [sys.executable, "-X", "importtime", "-c", GRADE, *arguments]
    done = subprocess.run(command, cwd=work, env=environment(), capture_output=True, text=True, timeout=120)
    lines = [line.split("|") for line in done.stderr.splitlines() if line.startswith("import time:")]
    return [(name.strip(), int(own.split(":")[1])) for own, _, name in lines[1:]]


def heavy_imports(arguments: list[str], work: Path) -> list[str]:
    """Return which heavy packages a command imports."""
    packages = {name.split(".")[0] for name, _ in imports(arguments, work)}
    return [name for name in HEAVY if name in packages]


def heaviest(arguments: list[str], work: Path) -> list[tuple[str, float]]:
    """Return the milliseconds that each top-level package takes to import for a command, the heaviest first."""
    sums: dict[str, float] = {}
    for name, own in imports(arguments, work):
        package = name.split(".")[0]
        sums[package] = sums.get(package, 0.0) + own / 1000
    return sorted(sums.items(), key=lambda item: -item[1])
