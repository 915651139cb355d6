"""Runs the grader where the kernel offers less, and talks to workers that lack a step of their confinement."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from grader.errors import IsolationError, SandboxError
from grader.pipeline import grade
from grader.results import Exercise, Isolation, Limits, Probe
from grader.sandbox import isolation
from grader.sandbox.process import Zygote
from grader.static import examine

ROOT = Path(__file__).parent.parent

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="seccomp and Landlock are Linux's")


PRCTL = 157 if os.uname().machine == "x86_64" else 167
WITHOUT_SECCOMP = (PRCTL, 22)
WITHOUT_LANDLOCK = (444, None)


Rules = tuple[tuple[int, int | None], ...]


def run(*arguments: str | Path, cwd: Path, without: Rules) -> subprocess.CompletedProcess[str]:
    """Run ``grade``, as it was installed, under a kernel that does not have certain system calls."""
    script, grade = Path(__file__).with_name("deprived.py"), Path(sys.executable).with_name("grade")
    command = [sys.executable, "-P", str(script), json.dumps(without), *map(str, (grade, *arguments))]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120)


@linux_only
def test_a_batch_of_other_peoples_code_needs_a_sandbox(tmp_path: Path) -> None:
    without: Rules = (WITHOUT_SECCOMP,)
    (tmp_path / "ann.py").write_text((ROOT / "reference/linear.py").read_text())
    command = ("batch", "ann.py", "--out", "out", "--jobs", "1")
    refused = run(*command, cwd=tmp_path, without=without)
    assert refused.returncode == 3, refused.stderr
    assert "--trust-submission" in refused.stderr
    assert "Traceback" not in refused.stderr
    # what was refused is not held to be graded
    trusted = run(*command, "--trust-submission", cwd=tmp_path, without=without)
    assert trusted.returncode == 0, trusted.stderr
    assert ",weak" in (tmp_path / "out/grades.csv").read_text()


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    """A folder in which the first exercise is solved."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/linear.py").write_text((ROOT / "reference/linear.py").read_text())
    return tmp_path


@linux_only
@pytest.mark.parametrize(
    ("without", "level"),
    [
        ((WITHOUT_LANDLOCK,), "strong (seccomp sealed, no Landlock)"),
        ((WITHOUT_SECCOMP,), "weak (no seccomp, Landlock ABI"),
        ((WITHOUT_SECCOMP, WITHOUT_LANDLOCK), "none (no seccomp, no Landlock)"),
    ],
)
def test_kernels_that_offer_less(own_file: Path, without: Rules, level: str) -> None:
    strong = level.startswith("strong")
    own = run("exercise", "linear", "--report", "page.html", cwd=own_file, without=without)
    assert own.returncode == 0, own.stderr
    shown = " ".join(own.stdout.split())
    assert f"isolation {level}" in shown
    assert f"isolation {level}" in (own_file / "page.html").read_text()
    assert ("the code could" in shown) is not strong

    theirs = ("exercise", "linear", "--no-report", "--submission", "exercises", "--json", "grade.json")
    refused = run(*theirs, cwd=own_file, without=without)
    if not strong:
        assert refused.returncode == 3
        assert level in refused.stderr
        assert "--trust-submission" in refused.stderr
        assert not (own_file / "grade.json").exists()
    trusted = run(*theirs, "--trust-submission", cwd=own_file, without=without)
    assert trusted.returncode == 0
    record = json.loads((own_file / "grade.json").read_text())["isolation"]
    assert f"{record['level']} ({record['layers']})".startswith(level)
    assert bool(record["possible"]) is not strong

    doctor = run("doctor", cwd=own_file, without=without)
    assert doctor.returncode == (0 if strong else 1)
    probes = re.findall(r"^ ([✓✗]) (.+?)  +(refused \(E[A-Z]+\)|possible)$", doctor.stdout, re.MULTILINE)
    assert len(probes) == isolation.ACTS
    possible = [act for _, act, answer in probes if answer == "possible"]
    assert possible == record["possible"]
    assert f"isolation {level}" in doctor.stdout


@linux_only
def test_what_is_not_protected_is_said_on_one_line(own_file: Path) -> None:
    result = run("exercise", "linear", "--no-report", cwd=own_file, without=(WITHOUT_SECCOMP,))
    # one, as a sentence: the terminal of the test is 80 columns wide
    shown = " ".join(result.stdout.split())
    said = re.findall(
        r"isolation weak \(no seccomp, Landlock ABI \d+\): the code could ([\w ,']+) and \d+ acts more", shown
    )
    assert len(said) == 1
    assert len(said[0].split(", ")) == 3


@linux_only
def test_this_machine_is_strong_and_every_act_is_possible_without_it(zygote: Zygote) -> None:
    assert zygote.isolation.level == "strong"
    assert len(zygote.isolation.probes) == isolation.ACTS
    steps = ("capabilities", "limits", "privileges", "dumpable", "landlock", "seccomp")
    with Zygote(skip=steps) as unconfined:
        refused = {probe.act for probe in unconfined.isolation.probes if probe.refused}
    assert unconfined.isolation.level == "none"
    # an unprivileged user on a locked-down machine may be refused some even then
    assert len(refused) <= 4


def test_code_of_others_is_refused_below_strong(linear: Exercise) -> None:
    submission = examine(linear, "submission.py", linear.reference)
    with Zygote(skip=("seccomp",)) as weak:
        with pytest.raises(IsolationError, match="--trust-submission"):
            grade(linear, submission, seed=1, zygote=weak)
        result = grade(linear, submission, seed=1, trusted=True, zygote=weak)
    assert result.verdict == "pass"
    assert result.isolation is not None
    assert result.isolation.level in ("weak", "none")


def test_a_stub_needs_no_isolation(linear: Exercise) -> None:
    with Zygote(skip=("seccomp",)) as weak:
        result = grade(linear, examine(linear, "stub.py", linear.stub), seed=1, zygote=weak)
    assert (result.verdict, result.isolation) == ("not-started", None)


@linux_only
def test_a_worker_that_is_confined_less_than_the_tested_one_is_not_used(
    linear: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Zygote() as zygote:
        assert zygote.isolation.level == "strong"
        monkeypatch.setattr(zygote, "_skip", ("seccomp",))
        with pytest.raises(SandboxError, match="not confined"):
            zygote.spawn(linear.limits, [])


@pytest.mark.parametrize("names", [range(19), range(21), [0, *range(19)], []], ids=["less", "more", "twice", "none"])
def test_a_self_test_that_did_not_try_everything_is_none(names: Iterable[int]) -> None:
    probes = tuple(Probe(f"act {i}", "EPERM") for i in names)
    with pytest.raises(SandboxError, match=f"reported {len(probes)} acts instead of 20"):
        isolation.judge_probes(isolation.Report({"seccomp": "sealed"}, {}), probes)


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(call_seconds=0.0, memory_mib=1024, output_kib=64), "self-test did not come to its end: no answer"),
        (Limits(call_seconds=10, memory_mib=1, output_kib=64), "self-test broke: MemoryError"),
    ],
    ids=["no time", "no memory"],
)
def test_a_self_test_that_does_not_end_lets_nothing_run(
    linear: Exercise, limits: Limits, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "LIMITS", limits)
    with Zygote() as zygote:
        with pytest.raises(SandboxError, match=says):
            zygote.spawn(linear.limits, [])
        # not even one's own code
        submission = examine(linear, "submission.py", linear.reference)
        with pytest.raises(SandboxError, match=says):
            grade(linear, submission, seed=1, trusted=True, zygote=zygote)


LESSER_ROOTS = {
    "without CAP_KILL": ("setpriv", "--bounding-set=-kill", "--inh-caps=-kill"),
    "without any capability": ("setpriv", "--bounding-set=-all", "--inh-caps=-all"),
    "of a user namespace": ("unshare", "--user", "--map-root-user"),
}


@linux_only
@pytest.mark.skipif(os.geteuid() != 0, reason="about what root may lack in a container")
@pytest.mark.parametrize("kind", LESSER_ROOTS)
def test_a_root_that_is_less_than_root(own_file: Path, kind: str) -> None:
    wrap = LESSER_ROOTS[kind]
    if subprocess.run([*wrap, "true"], capture_output=True).returncode:
        pytest.skip(f"{wrap[0]} does not work here")
    grade = str(Path(sys.executable).with_name("grade"))
    command = [*wrap, grade, "exercise", "linear", "--no-report", "--submission", "exercises"]
    result = subprocess.run(command, cwd=own_file, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    assert "isolation strong" in result.stdout


@pytest.mark.parametrize(
    ("taken", "worked", "level"),
    [
        ({"seccomp": "sealed", "landlock": "ABI 7"}, False, "strong"),
        ({"seccomp": "sealed", "landlock": "ABI 7"}, True, "weak"),
        ({"landlock": "ABI 7"}, True, "weak"),
        ({}, True, "none"),
    ],
)
def test_the_level_follows_from_what_was_possible(taken: dict[str, str], worked: bool, level: str) -> None:
    probes = tuple(Probe(f"act {i}", "EPERM") for i in range(19))
    probes = (*probes, Probe("read a file", "" if worked else "EACCES"))
    found = isolation.judge_probes(isolation.Report(taken, {}), probes)
    assert found.level == level
    assert found.possible == (("read a file",) if worked else ())


def test_what_the_refusal_says_fits_a_terminal() -> None:
    probes = tuple(Probe(f"act {i}", "") for i in range(20))
    with pytest.raises(IsolationError) as caught:
        isolation.demand_strong(Isolation("none", "no seccomp, no Landlock", probes))
    assert "act 0, act 1, act 2 and 17 acts more" in str(caught.value)


def test_the_current_folder_is_not_on_the_path_of_python_m(own_file: Path) -> None:
    (own_file / "numpy.py").write_text("raise SystemExit(0)\n")
    command = [sys.executable, "-m", "grader", "exercise", "linear", "--no-report"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(command, cwd=own_file, capture_output=True, text=True, timeout=120, env=environment)
    assert "Passed" in result.stdout, result.stderr


@pytest.mark.parametrize(
    "imports",
    [
        "from numpy import *",
        "import asyncio, csv, unittest.mock, concurrent.futures, sqlite3, multiprocessing, tempfile, subprocess",
        "import numpy.testing; np = numpy; np.testing.assert_allclose(1, 1)",
        "import dataclasses, typing, logging, inspect, decimal, fractions, statistics, datetime, uuid, argparse",
        "from datetime import datetime; datetime.strptime('2020', '%Y')",
        "import logging; logging.warning('trained'); import warnings; warnings.warn('x')",
        "gr\u00f6\u00dfe = 1; 'x'.encode('latin-1'); b'x'.decode('utf-16', 'ignore'); print('\\N{BULLET}')",
    ],
)
def test_honest_imports_work_in_a_sealed_worker(
    grade_source: Callable[..., object], linear: Exercise, imports: str
) -> None:
    result = grade_source(linear, f"{imports}\n{linear.reference}")
    assert result.verdict == "pass", result.reason  # type: ignore[attr-defined]
