"""Grades submissions that attack the grader: none may reach its goal, and the grade must name what happened.

An attack is a file of ``submissions/``; adding one is adding a file. The control runs show that the attacks are real:
they work on a worker without confinement, or on a grader that runs the submission in its own process.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.sandbox.process import Zygote
from tests.hostile.scene import ACTIVE, MARKUP, ROOT, Attack, Result, Scene, load_attacks, play, unleash

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the attacks are on Linux's sandbox")

STEPS = ("capabilities", "limits", "privileges", "dumpable", "landlock", "seccomp", "parent")
STRANGER = 54_321
"""A user id that nothing belongs to."""

ATTACKS = [attack for attack in load_attacks() if attack.machine in ("", platform.machine())]
IS_ROOT = os.geteuid() == 0
UNCONFINED = [attack for attack in ATTACKS if attack.control is True or (attack.control == "root" and IS_ROOT)]
NAIVE = [attack for attack in ATTACKS if attack.control == "naive"]


def name_of(attack: Attack) -> str:
    return attack.name


@pytest.fixture(scope="session")
def unconfined() -> Iterator[Zygote]:
    """A zygote whose workers may do everything."""
    with Zygote(skip=STEPS) as zygote:
        yield zygote


@pytest.fixture(scope="session")
def without_landlock() -> Iterator[Zygote]:
    """A zygote whose workers are held by seccomp alone."""
    with Zygote(skip=("landlock",)) as zygote:
        yield zygote


def assert_held(attack: Attack, result: Result) -> None:
    assert not result.reached, f"{attack.name} reached its goal: {result.text}"
    assert not result.touched, f"{attack.name} changed {result.touched}"
    assert not result.broken, result.text
    assert attack.says in result.text or (attack.elsewhere and attack.elsewhere in result.text), result.text


@pytest.mark.parametrize("attack", ATTACKS, ids=name_of)
def test_no_attack_reaches_its_goal(attack: Attack, zygote: Zygote) -> None:
    assert_held(attack, play(attack, zygote))


@pytest.mark.parametrize("attack", UNCONFINED, ids=name_of)
def test_seccomp_alone_stops_it(attack: Attack, without_landlock: Zygote) -> None:
    result = unleash(attack, without_landlock)
    assert not result.reached
    assert not result.touched


@pytest.mark.parametrize("attack", UNCONFINED, ids=name_of)
def test_it_works_without_confinement(attack: Attack, unconfined: Zygote) -> None:
    assert unleash(attack, unconfined, patience=3).reached


@pytest.mark.parametrize("attack", NAIVE, ids=name_of)
def test_it_fools_a_naive_grader(attack: Attack, tmp_path: Path) -> None:
    path = tmp_path / "submission.py"
    with Scene() as scene:
        path.write_text(scene.stage(attack.source), "utf-8")
        command = [sys.executable, "-B", str(Path(__file__).with_name("naive_grader.py")), str(path)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            shown = process.communicate(timeout=2 if attack.goal == "stall" else 30)[0]
        except subprocess.TimeoutExpired:
            assert attack.goal == "stall"
            return
        finally:
            process.kill()
            process.communicate()
    if attack.goal == "text":
        text = shown.decode(errors="replace")
        assert ACTIVE.search(text) or MARKUP.search(text)
    else:
        assert (attack.goal, process.returncode) == ("pass", 0), shown


STRANGERS = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path[1:]])}
"""The environment of a stranger's Python."""


def stranger_python() -> str | None:
    """Return a Python of this version that a stranger may start, and that finds the grader and what it needs."""
    for python in (sys.executable, shutil.which(f"python{sys.version_info[0]}.{sys.version_info[1]}", path="/usr/bin")):
        if python:
            try:
                command = [python, "-B", "-c", "import grader.judge"]
                subprocess.run(
                    command, user=STRANGER, group=STRANGER, extra_groups=[], check=True, cwd=ROOT, env=STRANGERS
                )
            except (OSError, subprocess.CalledProcessError):
                continue
            return python
    return None


@pytest.fixture(scope="session")
def stranger() -> Iterator[subprocess.Popen[str]]:
    """A process of another user's, without any privileges, that plays attacks."""
    python = stranger_python()
    if python is None:
        pytest.skip("no Python that another user may start: is the virtual environment in a private folder?")
    process = subprocess.Popen(
        [python, "-B", "-m", "tests.hostile.unprivileged"],
        user=STRANGER,
        group=STRANGER,
        extra_groups=[],
        cwd=ROOT,
        env=STRANGERS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.communicate()
    assert process.returncode == 0


@pytest.mark.skipif(not IS_ROOT, reason="only root can become another user")
@pytest.mark.parametrize("attack", ATTACKS, ids=name_of)
def test_no_attack_reaches_its_goal_as_another_user(attack: Attack, stranger: subprocess.Popen[str]) -> None:
    assert stranger.stdin is not None
    assert stranger.stdout is not None
    stranger.stdin.write(f"{attack.name}\n")
    stranger.stdin.flush()
    answer = stranger.stdout.readline()
    assert answer, f"{attack.name} has ended the judge"
    assert_held(attack, Result(**json.loads(answer)))


def test_there_are_enough_attacks() -> None:
    assert len(ATTACKS) >= 64
    assert len(UNCONFINED) >= 40
