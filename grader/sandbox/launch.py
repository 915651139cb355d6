"""Starts the process of the zygote, before anything else is loaded: it loads NumPy while the judge loads the rest.

Imports nothing heavy, so that a command can call it first of all.
"""

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from grader.errors import SandboxError

START_SECONDS = 60.0

ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    # a fork of a process with threads is unsafe, and a grade must not depend on the number of cores
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
}

COMMAND = """
import sys
sys.path += sys.argv[3:4]
import numpy
sys.path += sys.argv[2:3]
from grader.sandbox.zygote import main
main()
"""
"""Starts ``zygote.py`` with the number of the control socket and the folders of the grader and of NumPy.

NumPy comes first: the grader's folder, of a checkout, holds files that are none of its own.
"""


class Launched(NamedTuple):
    """A zygote's process, and the socket that it is talked to through."""

    process: subprocess.Popen[bytes]
    control: socket.socket

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the process; its workers, if there are any left, die with it. A second call does nothing."""
        self.control.close()
        # it would go by itself, but first take NumPy apart, or finish loading it
        self.process.kill()
        self.process.wait()
        if self.process.stderr:
            self.process.stderr.close()


def launch() -> Launched:
    """Start a zygote. Raises ``SandboxError`` where that is not possible."""
    if not hasattr(os, "fork"):
        raise SandboxError(
            "this system cannot fork, which the grader needs to run submissions: "
            "on Windows, run it under WSL2 or in a Linux container"
        )
    spec = importlib.util.find_spec("numpy")
    if spec is None or spec.origin is None:
        raise SandboxError("NumPy is not installed beside the grader: reinstall the grader")
    folders = [str(Path(__file__).parents[2]), str(Path(spec.origin).parents[1])]
    ours, theirs = socket.socketpair()
    ours.settimeout(START_SECONDS)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-B", "-c", COMMAND, str(theirs.fileno()), *folders],
            # out of the reach of the terminal's Ctrl-C: the judge ends it in an orderly way
            start_new_session=True,
            pass_fds=[theirs.fileno()],
            env=ENVIRONMENT,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
    return Launched(process, ours)
