"""Turns the name of a peer into a virtual environment that has nothing but the peer, made once and kept."""

import importlib.metadata
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from bench.measure import environment

PINNED = ("numpy", "pytest")
"""What everybody uses in the version that the grader runs with."""


class InstallError(Exception):
    """A peer cannot be installed; the message says what pip said last."""


def default_folder() -> Path:
    """Return where the environments are kept: ``GRADE_BENCH_ENVS``, or a folder for temporary files."""
    return Path(os.environ.get("GRADE_BENCH_ENVS") or Path(tempfile.gettempdir()) / "grade-bench-envs")


def install(folder: Path, name: str, packages: tuple[str, ...]) -> Path:
    """Return the folder of an environment with the packages, made if it is not there. Raises ``InstallError``."""
    home = folder / f"{name}-{sys.version_info.major}.{sys.version_info.minor}"
    wanted = [f"{p}=={importlib.metadata.version(p)}" if p in PINNED else p for p in packages]
    mark = home / "installed.json"  # written last: an environment that was interrupted is made anew
    if mark.exists() and json.loads(mark.read_text()) == wanted:
        return home
    venv.create(home, clear=True, with_pip=True)
    command = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
    try:
        done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=600)
    except subprocess.TimeoutExpired as error:
        raise InstallError("pip took more than 10 minutes") from error
    if done.returncode:
        raise InstallError((done.stderr.strip().splitlines() or ["pip said nothing"])[-1])
    mark.write_text(json.dumps(wanted))
    return home


def versions(home: Path, packages: tuple[str, ...]) -> dict[str, str]:
    """Return the installed version of each package in an environment."""
    program = "import importlib.metadata as m, json, sys; print(json.dumps({p: m.version(p) for p in sys.argv[1:]}))"
    command = [str(home / "bin" / "python"), "-c", program, *packages]
    found: dict[str, str] = json.loads(subprocess.run(command, env=environment(), capture_output=True).stdout)
    return found
