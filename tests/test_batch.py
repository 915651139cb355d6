"""Grades cohorts through ``grade batch``, as people run it; also one that is killed again and again."""

import itertools
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from bench.measure import descendants
from grader.cohort.batch import current_run, settled_seed, take_in
from grader.cohort.fingerprint import fingerprint
from grader.cohort.store import Store
from grader.errors import InputError
from tests import cohort


def quiet(done: int, total: int) -> None:
    """Nobody is looking."""


def test_a_cohort_in_every_layout(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    cohort.write_files(folder, {"ann": cohort.reference("linear"), "bob": cohort.case("loss-without-half")})
    cohort.write_zip(
        folder / "cy.zip",
        {
            "repo/exercises/linear.py": cohort.reference("linear"),
            "repo/exercises/logistic.py": cohort.reference("logistic"),
            "__MACOSX/repo/exercises/._linear.py": "\0",
        },
    )
    (folder / "dan.pdf").write_bytes(b"%PDF-1.4 nothing to grade")
    result = cohort.run("batch", folder, "--out", "out", "--seed", "3", "--jobs", "2", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    out = tmp_path / "out"
    verdicts = {(row["candidate"], row["exercise"]): row["verdict"] for row in cohort.grades(out)}
    assert verdicts == {
        ("ann", "linear"): "pass",
        ("ann", "logistic"): "missing",
        ("bob", "linear"): "fail",
        ("bob", "logistic"): "missing",
        ("cy", "linear"): "pass",
        ("cy", "logistic"): "pass",
        ("dan.pdf", "linear"): "missing",
        ("dan.pdf", "logistic"): "missing",
    }
    assert "4 candidates" in result.stdout
    assert "seed 3" in result.stdout
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    records = json.loads((out / "grades.json").read_text("utf-8"))
    assert len({record["grade"]["seed"] for record in records if record["grade"]}) == 1
    suites = ElementTree.parse(out / "junit.xml").getroot().findall("testsuite")
    assert len(suites) == 8
    assert json.loads((out / "gradescope/bob.json").read_text("utf-8"))["tests"]
    assert "bob" in (out / "summary.md").read_text("utf-8")
    index = (out / "index.html").read_text("utf-8")
    for name in ("ann", "bob", "cy", "dan.pdf"):
        assert f"candidates/{name}.html" in index
        assert "../assets/style.css" in (out / f"candidates/{name}.html").read_text("utf-8")
    assert not (out / "for-candidates").exists()


def test_only_the_exercises_named_are_graded_and_pages_to_send_are_written(tmp_path: Path) -> None:
    cohort.write_zip(
        tmp_path / "ann.zip",
        {"linear.py": cohort.case("loss-without-half"), "logistic.py": cohort.reference("logistic")},
    )
    arguments = ("batch", "ann.zip", "--out", "out", "--exercise", "linear", "--for-candidate", "--jobs", "1")
    assert cohort.run(*arguments, cwd=tmp_path).returncode == 0
    assert [(row["exercise"], row["verdict"]) for row in cohort.grades(tmp_path / "out")] == [("linear", "fail")]
    page = (tmp_path / "out/for-candidates/ann.html").read_text("utf-8")
    with Store(tmp_path / "out/results.sqlite") as store:
        seed = store.setting("seed", "")
    assert "loss" in page
    assert f"--seed {seed}" not in page


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("batch", "nowhere", "--out", "out"), "nowhere"),
        (("batch", "in", "--out", "in/ann.py"), "in/ann.py"),
        (("batch", "in", "--out", "out", "--exercise", "linaer"), "Did you mean linear"),
        (("batch", "in", "--out", "out", "--cluster", "tcp://127.0.0.1:9"), "no Dask scheduler answers"),
        (("regrade", "in"), "holds no graded batch"),
    ],
)
def test_wrong_use_is_a_sentence(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    cohort.write_files(tmp_path / "in", {"ann": cohort.reference("linear")})
    result = cohort.run(*arguments, cwd=tmp_path)
    assert result.returncode == 2, result.stderr
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_a_second_seed_and_a_file_that_is_no_batch_are_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "results.sqlite", new=True) as store:
        assert settled_seed(store, 4) == 4
        assert settled_seed(store, None) == 4
        with pytest.raises(InputError, match="begun with --seed 4"):
            settled_seed(store, 5)
    (tmp_path / "other.sqlite").write_text("no database, but long enough to be looked at as one" * 50)
    with pytest.raises(InputError, match="is not a graded batch"):
        Store(tmp_path / "other.sqlite", new=True)
    with sqlite3.connect(tmp_path / "results.sqlite") as connection:
        connection.execute("UPDATE batch SET value = '99' WHERE name = 'schema'")
    connection.close()
    with pytest.raises(InputError, match="another version"):
        Store(tmp_path / "results.sqlite")


def test_a_batch_of_other_suites_has_to_be_graded_again(tmp_path: Path) -> None:
    with Store(tmp_path / "results.sqlite", new=True) as store:
        store.start_run("those of last year")
        with pytest.raises(InputError, match="the suites have changed"):
            current_run(store)
        assert current_run(store, again=True) == 2
        assert store.latest_run() == (2, fingerprint())


def test_a_file_whose_name_is_no_text_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with open(os.fsencode(tmp_path) + b"/in/ann\xff.py", "w") as file:
        file.write(cohort.reference("linear"))
    with Store(tmp_path / "results.sqlite", new=True) as store:
        for _ in range(2):
            assert take_in(store, [tmp_path / "in"], quiet) == 1
        (hand_in,) = store.hand_ins()
        assert store.answers(hand_in.candidate)["linear"].source


def test_what_has_changed_is_taken_in_again(tmp_path: Path) -> None:
    folder = cohort.write_files(tmp_path / "in", {"ann": "x = 1\n", "bob": cohort.reference("linear")})
    (folder / "cy").mkdir()
    (folder / "cy/linear.py").write_text(cohort.reference("linear"))
    with Store(tmp_path / "results.sqlite", new=True) as store:
        assert take_in(store, [folder], quiet) == 3
        assert store.answered() == {"linear"}
        run = store.start_run("s")
        for name in ("bob", "cy"):
            store.put_grade(run, name, "linear", b"", "as if it were graded")
        assert list(store.ungraded(run, ["linear"])) == []
        take_in(store, [folder], quiet)
        assert list(store.ungraded(run, ["linear"])) == []
        (folder / "ann.py").write_text(cohort.case("gradient-summed"))
        (folder / "cy/linear.py").write_text(cohort.case("gradient-summed"))
        take_in(store, [folder], quiet)
        assert list(store.ungraded(run, ["linear"])) == [("ann", "linear"), ("cy", "linear")]


SCRIPT = Path(sys.executable).with_name("grade")


@pytest.mark.parametrize("command", [[str(SCRIPT)], [sys.executable, "-m", "grader"]], ids=["script", "module"])
def test_files_in_the_current_folder_are_not_imported(tmp_path: Path, command: list[str]) -> None:
    if not SCRIPT.exists():
        pytest.skip("the grader is not installed in this environment")
    folder = cohort.write_files(tmp_path / "in", {"ann": cohort.reference("linear")})
    for name in ("multiprocessing", "signal", "numpy", "threading", "conftest", "sitecustomize", "msgspec", "runpy"):
        (folder / f"{name}.py").write_text("open('imported', 'w'); raise SystemExit(9)\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    result = subprocess.run(
        [*command, "batch", "ann.py", "--out", "out", "--jobs", "2"], cwd=folder, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    assert not (folder / "imported").exists()
    assert [row["verdict"] for row in cohort.grades(folder / "out")] == ["pass"]


def test_the_id_of_a_handout_comes_back(tmp_path: Path) -> None:
    assert cohort.run("handout", "linear", "--to", "jane", cwd=tmp_path).returncode == 0
    (tmp_path / "jane/exercises/linear.py").write_text(cohort.reference("linear"))
    assert cohort.run("batch", "jane", "--out", "out", "--jobs", "1", cwd=tmp_path).returncode == 0
    (row,) = cohort.grades(tmp_path / "out")
    assert row["handout"] == json.loads((tmp_path / "jane/handout.json").read_text())["id"]
    assert (row["candidate"], row["verdict"]) == ("jane", "pass")


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def graded(out: Path) -> int:
    """Return how many grades are stored."""
    try:
        connection = sqlite3.connect(f"file:{out / 'results.sqlite'}?mode=ro", uri=True)
        count = connection.execute("SELECT count(*) FROM grade").fetchone()[0]
        connection.close()
        return int(count)
    except sqlite3.OperationalError:
        return 0


KILLS = 20


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for leftover processes in /proc")
def test_a_batch_that_is_killed_goes_on_and_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    cohort.write_files(tmp_path / "in", cohort.some_cases(40))
    command = ("batch", "in", "--seed", "5", "--jobs", "2", "--out")
    assert cohort.run(*command, "undisturbed", cwd=tmp_path).returncode == 0
    rng, left, counts = random.Random(1), set(), [0]
    for kill in range(KILLS):
        process = cohort.start(*command, "killed", cwd=tmp_path, start_new_session=True)
        # some are killed while they start, some as soon as there is another grade, most a little later
        deadline = time.monotonic() + (rng.uniform(0.05, 0.6) if kill % 4 == 0 else 60)
        while time.monotonic() < deadline and graded(tmp_path / "killed") == counts[-1] and process.poll() is None:
            time.sleep(0.02)
        time.sleep(rng.uniform(0, 0.2))
        left |= {pid for pid in descendants(process.pid) if pid != process.pid}
        process.send_signal(signal.SIGKILL)
        process.communicate()
        counts.append(graded(tmp_path / "killed"))
    assert all(before <= after for before, after in itertools.pairwise(counts)), counts
    assert counts[-1] > 0, "no kill came after a grade was stored"
    assert cohort.run(*command, "killed", cwd=tmp_path).returncode == 0
    assert cohort.results(tmp_path / "killed") == cohort.results(tmp_path / "undisturbed")
    for _ in range(100):
        if not any(map(is_running, left)):
            break
        time.sleep(0.1)
    assert not [pid for pid in left if is_running(pid) and os.getsid(pid) != os.getsid(0)]


def test_a_judge_that_dies_takes_nobody_with_it(tmp_path: Path) -> None:
    cohort.write_files(tmp_path / "in", cohort.some_cases(12))
    process = cohort.start("batch", "in", "--seed", "5", "--jobs", "2", "--out", "out", cwd=tmp_path)
    while graded(tmp_path / "out") < 2 and process.poll() is None:
        time.sleep(0.02)
    judges = [pid for pid in descendants(process.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    os.kill(judges[-1], signal.SIGKILL)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert {row["verdict"] for row in cohort.grades(tmp_path / "out")} <= {"pass", "fail"}
    assert len(cohort.grades(tmp_path / "out")) == 12
