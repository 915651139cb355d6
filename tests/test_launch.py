"""Starts the zygote's process, and looks at what is loaded by then."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.errors import SandboxError
from grader.sandbox.launch import launch
from grader.sandbox.process import Zygote

ROOT = Path(__file__).parents[1]

SPYING = """
import subprocess, sys
start = subprocess.Popen.__init__
def spy(self, *args, **kwargs):
    print("loaded:", *sorted({"numpy", "pytest", "_pytest", "rich", "msgspec", "jinja2"} & set(sys.modules)))
    start(self, *args, **kwargs)
subprocess.Popen.__init__ = spy
from grader.cli import main
main()
"""


def test_nothing_heavy_is_loaded_before_the_zygote_is_started() -> None:
    command = [sys.executable, "-P", "-c", SPYING, "exercise", "linear", "--no-report", "--submission"]
    answer = subprocess.run([*command, ROOT / "reference" / "linear.py"], capture_output=True, text=True, timeout=120)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[0] == "loaded:"
    assert answer.stdout.count("loaded:") == 1


def test_a_zygote_takes_over_what_was_launched() -> None:
    launched = launch()
    with Zygote(launched=launched) as zygote:
        assert zygote.isolation.probes
    assert launched.process.returncode is not None
    launched.close()


def test_a_zygote_that_nobody_needed_is_ended_at_once() -> None:
    with launch() as launched:
        assert launched.process.poll() is None
    assert launched.process.returncode is not None
    assert launched.control.fileno() == -1


def test_a_system_without_fork_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    with pytest.raises(SandboxError, match="this system cannot fork"):
        launch()


def test_a_grader_without_numpy_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SandboxError, match="NumPy is not installed beside the grader"):
        launch()
