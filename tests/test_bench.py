"""Looks at the comparisons: not at how long anything takes, but at whether what is timed is what it is said to be."""

import functools
import importlib
import importlib.util
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from bench import __main__ as command
from bench.clock import STAGES, Clock
from bench.contenders import PEERS, Task, grade_with_ours, of_check50, of_gradescope, of_otter, of_ours, of_pytest
from bench.costs import amdahl
from bench.environments import InstallError, install
from bench.inside import look_inside
from bench.measure import Run, Series, descendants, environment, in_turns, run
from bench.memory import peaks_of_one_grade
from bench.peers.checks import CHECKS
from bench.phase import grade_phase
from bench.quick import plain_pytest
from bench.results import Ratio, Results, Table, read, worse, write
from bench.setup import Setup, install_peers, lay_cohort, mixed_answers, prepare, right_answers
from bench.split import ORDER, split
from bench.startup import heavy_imports
from bench.warm import warm_grader

STORED = {"cold / pytest": 0.9, "warm / pytest": 0.15}


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    return prepare(tmp_path_factory.mktemp("bench"))


def a_run(seconds: float = 1.0, status: int = 0, output: str = "") -> Run:
    return Run(seconds, seconds, status, output)


# ------------------------------------------------------------- the ratios in CI


def test_the_same_ratios_are_not_worse() -> None:
    assert worse(STORED, STORED) == []


def test_a_third_worse_is_still_accepted_and_more_is_not() -> None:
    assert worse(STORED, {"cold / pytest": 1.19, "warm / pytest": 0.05}) == []
    (complaint,) = worse(STORED, {"cold / pytest": 1.21, "warm / pytest": 0.05})
    assert complaint == "cold / pytest: 1.21, more than a third above the stored 0.9"


def test_what_cannot_be_compared_is_a_complaint() -> None:
    assert "there is no stored ratio" in worse({}, {"cold / pytest": 0.1})[0]
    assert worse(STORED, {"cold / pytest": float("nan")})


def quick(monkeypatch: pytest.MonkeyPatch, folder: Path, *measured: dict[str, float]) -> Any:
    """Run ``--quick`` with given measurements, the first and, if it comes to that, the second."""
    turns: Iterator[dict[str, float]] = iter(measured)
    monkeypatch.setattr(command, "measure_quick", lambda setup: next(turns))
    return CliRunner().invoke(command.main, ["--quick", "--out", str(folder)])


def test_the_short_form_passes_with_the_stored_ratios(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(Results("now", {}, {}, quick=STORED), tmp_path)
    assert quick(monkeypatch, tmp_path, STORED).exit_code == 0


def test_the_short_form_fails_with_doctored_ratios(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(Results("now", {}, {}, quick={key: value / 2 for key, value in STORED.items()}), tmp_path)
    result = quick(monkeypatch, tmp_path, STORED, STORED)
    assert result.exit_code == 1
    assert "worse: warm / pytest: 0.15, more than a third above the stored 0.075" in result.output


def test_one_bad_moment_is_forgiven(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(Results("now", {}, {}, quick=STORED), tmp_path)
    busy = {key: 3 * value for key, value in STORED.items()}
    assert quick(monkeypatch, tmp_path, busy, STORED).exit_code == 0
    assert quick(monkeypatch, tmp_path, busy, busy).exit_code == 1


def test_without_stored_ratios_the_short_form_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    result = quick(monkeypatch, tmp_path, STORED)
    assert result.exit_code == 1
    assert "there is nothing to compare with" in result.output


# ------------------------------------------------------------------ the results


def test_results_are_written_for_people_and_for_programs(tmp_path: Path) -> None:
    results = Results("today", {"cores": "2", "load at the start": "3.1"}, {"numpy": "2"}, notes=["otter is missing"])
    results.ratios["one"] = Ratio("pytest: one", 0.8, at_most=0.9)
    results.ratios["many"] = Ratio("pytest: many", 0.2, at_most=1 / 7, throughput=True)
    results.tables.append(Table("A table", ("who", "ms"), (("a | b", "12"),)))
    write(results, tmp_path)
    assert read(tmp_path) == results
    text = (tmp_path / "results.md").read_text()
    assert "| pytest: one | 0.8x the time | 0.9x the time | yes |" in text
    assert "| pytest: many | 5x the throughput | 7x the throughput | no |" in text
    assert "| --- | ---: |\n| a \\| b | 12 |" in text
    assert "otter is missing" in text
    assert "The machine was busy" in text


def test_amdahls_law() -> None:
    assert amdahl(0.0, 16) == pytest.approx(16)
    assert amdahl(1.0, 16) == pytest.approx(1)
    assert amdahl(0.1, 9) == pytest.approx(5)


# ------------------------------------------------------------------- the clock


def test_contenders_take_turns_after_a_run_that_does_not_count() -> None:
    turns: list[str] = []

    def contender(name: str) -> Run:
        turns.append(name)
        return a_run()

    runners = {name: functools.partial(contender, name) for name in "ab"}
    counted = [name for name, _ in in_turns(runners, 2)]
    assert turns == ["a", "b", "a", "b", "b", "a"]
    assert counted == ["a", "b", "b", "a"]


def test_a_series_knows_its_median_and_its_fastest() -> None:
    series = Series()
    for seconds in (3.0, 1.0, 2.5):
        series.add(a_run(seconds))
    assert (series.median, series.fastest) == (2.5, 1.0)


def test_a_command_that_does_not_end_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    endless = "import time; time.sleep(600)"
    started = f"subprocess.Popen([sys.executable, '-c', {endless!r}], start_new_session=True)"
    program = f"import subprocess, sys; print({started}.pid, flush=True); {endless}"
    done = run([sys.executable, "-c", program], cwd=tmp_path, limit=3.0)
    assert done.killed
    child = Path("/proc") / done.output.strip()
    for _ in range(100):
        if not child.exists() or "\nState:\tZ" in (child / "status").read_text():
            return
        time.sleep(0.05)
    pytest.fail("the child lives on")


def test_a_process_is_its_own_first_descendant() -> None:
    assert descendants(2**22 + 1) == [2**22 + 1]


def test_no_variable_of_the_users_reaches_a_contender(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTEST_ADDOPTS", "OPENBLAS_CORETYPE"):
        monkeypatch.setenv(name, "1")
    assert not {"PYTHONDONTWRITEBYTECODE", "PYTEST_ADDOPTS", "OPENBLAS_CORETYPE"} & set(environment())
    assert environment(SUBMISSION="x")["SUBMISSION"] == "x"


def test_the_clock_runs_for_the_innermost_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [10.0]
    monkeypatch.setattr("bench.clock.time", SimpleNamespace(monotonic=lambda: now[0], process_time=lambda: 0.0))
    clock = Clock(born=9.0)

    def passes(seconds: float) -> None:
        now[0] += seconds

    def judge() -> None:
        passes(1.0)
        clock.wrap(passes, "fits")(2.0)

    clock.wrap(judge, "judge")()
    clock.wrap(lambda: clock.wrap(passes, "fits")(4.0), "zygote")()
    seconds = {stage: wall for stage, (wall, _) in clock.stages.items()}
    assert seconds == {"interpreter": 1.0, "rest": 0.0, "judge": 1.0, "fits": 2.0, "zygote": 4.0}


def test_every_stage_is_a_function_of_the_grader() -> None:
    for module, names in STAGES.items():
        for dotted, stage in names.items():
            owner: Any = importlib.import_module(module)
            *outer, last = dotted.split(".")
            assert last in vars(functools.reduce(getattr, outer, owner)), f"{module}.{dotted}"
            assert stage in ORDER


# ---------------------------------------------------------- checks and verdicts


def load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, PEERS / "submissions" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.LinearRegression


def test_there_are_fifteen_checks_and_a_right_answer_passes_them() -> None:
    assert len(CHECKS) == len({check.__name__ for check in CHECKS}) == 15
    for check in CHECKS:
        check(load("right"))


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_the_checks_catch_a_summed_gradient() -> None:
    caught = []
    for check in CHECKS:
        try:
            check(load("wrong"))
        except AssertionError:
            caught.append(check.__name__)
    assert len(caught) == 6
    assert "first_step_of_the_weights" in caught


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("right", "pass"), ("wrong", "fail (9 of 15 checks pass)"), ("exit", "fail (0 of 15 checks pass)")],
)
def test_plain_pytest_tells_right_from_wrong(setup: Setup, name: str, verdict: str) -> None:
    task = Task(Path(sys.prefix), setup.tests, setup.submission(name))
    assert of_pytest(task, plain_pytest(setup, setup.submission(name))) == verdict


def test_output_that_is_no_result_is_a_breakdown(setup: Setup) -> None:
    task = Task(Path(sys.prefix), setup.tests, setup.submission("right"))
    for verdict in (of_pytest, of_gradescope, of_check50, of_otter):
        assert verdict(task, a_run(output="Traceback (most recent call last)")) == "broke"
    assert of_pytest(task, a_run(output="3 passed in 0.1s")) == "broke"
    assert of_ours(a_run(status=3)) == "broke"


def test_the_results_of_the_peers_are_read(tmp_path: Path) -> None:
    task = Task(tmp_path, tmp_path, tmp_path)
    assert of_gradescope(task, a_run(output='noise\n{"tests": [], "score": 9.0}')) == "fail (9 of 15 checks pass)"
    (tmp_path / "check50.json").write_text('{"results": [' + ", ".join(['{"passed": true}'] * 15) + "]}")
    assert of_check50(task, a_run()) == "pass"
    assert of_check50(task, a_run()) == "broke", "what an earlier run has left is not read twice"
    (tmp_path / "results.json").write_text('{"tests": [{"name": "Public Tests"}, {"name": "linear", "score": 15.0}]}')
    assert of_otter(task, a_run()) == "pass"


def test_what_is_timed_of_ours_reaches_the_right_verdict(setup: Setup) -> None:
    with warm_grader() as warm:
        for name, verdict in (("right", "pass"), ("wrong", "fail")):
            assert of_ours(grade_with_ours(setup.submission(name), setup.work)) == verdict
            assert of_ours(warm.grade(setup.submission(name))) == verdict


def test_a_batch_is_graded_and_its_processor_time_told_apart(tmp_path: Path) -> None:
    lay_cohort(tmp_path, [*right_answers(2), (PEERS / "submissions" / "wrong.py").read_text()])
    phase = grade_phase(tmp_path / "ours", tmp_path / "out.sqlite", 2)
    assert (phase.submissions, phase.jobs, phase.passed) == (3, 2, 2)
    assert 0 < phase.serial < 0.5


def test_a_cohort_has_no_two_equal_texts_and_is_always_the_same() -> None:
    assert len(set(right_answers(20))) == 20
    assert mixed_answers(30) == mixed_answers(30)
    assert mixed_answers(4)[::2] == right_answers(4)[::2]
    assert len(set(mixed_answers(300))) == 300


def test_grade_help_imports_nothing_heavy(tmp_path: Path) -> None:
    assert heavy_imports(["--help"], tmp_path) == []
    assert "msgspec" in heavy_imports(["list"], tmp_path)


def test_the_stages_add_up(setup: Setup) -> None:
    stages = {stage.name: stage.wall for stage in split(setup.submission("right"), setup.work, 1)}
    assert set(stages) == {*ORDER, "whole"}
    assert all(stages[name] > 0 for name in ("interpreter", "imports", "zygote", "worker", "fits", "judge", "output"))
    assert sum(wall for name, wall in stages.items() if name != "whole") == pytest.approx(stages["whole"], rel=0.05)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_the_judge_stays_small(setup: Setup) -> None:
    peaks = peaks_of_one_grade(setup.submission("wrong"), setup.work)
    assert {"judge", "zygote", "worker"} <= set(peaks)
    assert peaks["judge"] < 150


# ------------------------------------------------------------ the environments


@pytest.mark.slow
def test_a_peer_that_cannot_be_installed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(InstallError, match="no-such-grader"):
        install(tmp_path, "peer", ("no-such-grader",))
    monkeypatch.setattr("bench.setup.SINGLE", ())
    results, prepared = Results("now", {}, {}), prepare(tmp_path / "work")
    install_peers(prepared, tmp_path, results)
    assert prepared.homes == {}
    assert results.notes[0].startswith("pytest-xdist could not be installed, so it is missing below: ERROR: ")


def test_a_look_inside_makes_the_calls_again_and_runs_the_first_checks(setup: Setup) -> None:
    inside = look_inside(setup.submission("right"), 1)
    assert inside.calls > 50
    assert inside.arithmetic > 0
    counts = [count for count, _ in inside.growth]
    assert counts == sorted(set(counts))
