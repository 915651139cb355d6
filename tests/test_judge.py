"""Runs small suites written here through the judge."""

import contextlib
import gc
import uuid
import weakref
from collections.abc import Callable
from pathlib import Path

import msgspec.structs
import pytest

from grader.errors import GraderError
from grader.judge import run_suite, sum_up
from grader.results import CheckResult, Exercise
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Candidate
from grader.yardstick import yardstick_of

HEAD = "from grader import expect\nfrom grader.checks import check\n"
Run = Callable[[str], tuple[CheckResult, ...]]


@pytest.fixture
def run(tmp_path: Path, linear: Exercise, zygote: Zygote) -> Run:
    """Runs a suite, given as text, on the reference."""

    def run(suite: str) -> tuple[CheckResult, ...]:
        # a name of its own: pytest imports a module of one name once per process
        path = tmp_path / f"test_{uuid.uuid4().hex}.py"
        path.write_text(HEAD + suite)
        exercise = msgspec.structs.replace(linear, suite=path)
        candidate = Candidate(zygote, exercise, exercise.reference, 1)
        return run_suite(exercise, candidate, yardstick_of(zygote, exercise), seed=1)

    return run


def test_every_outcome(run: Run) -> None:
    results = run("""
@check("convergence")
def test_pass():
    "Passes."
@check("convergence", hint="h")
def test_fail():
    "Fails."
    raise expect.Mismatch("no", found=3)
@check("convergence", after="test_fail")
def test_skip():
    "Is skipped."
@check("convergence", after="test_skip")
def test_skip_too():
    "Is skipped as well."
@check("vectorisation")
def test_remark():
    "Is a remark."
    raise expect.Remark("slow")
@check("vectorisation", after="test_remark")
def test_after_remark():
    "Runs."
@check("convergence")
def test_error():
    "Breaks."
    1 / 0
""")
    assert [r.outcome for r in results] == ["pass", "fail", "skip", "skip", "remark", "pass", "error"]
    assert [r.points for r in results] == [3, 0, 0, 0, 0, 2, 0]
    assert results[1].evidence[0].value == "3"
    assert results[1].hint == "h"
    assert results[2].message == "needs test_fail"
    assert "ZeroDivisionError" in results[6].message
    totals = {c.name: (c.passed, c.total, c.points, c.weight) for c in sum_up(results)}
    assert totals == {"convergence": (1, 5, 3, 15), "vectorisation": (1, 2, 2, 4)}


@pytest.mark.parametrize(
    ("suite", "says"),
    [
        ("def test_a():\n    'x'\n", "no @check"),
        ('@check("convergence")\ndef test_a():\n    pass\n', "no @check with a docstring"),
        ('@check("convergence", after="test_b")\ndef test_a():\n    "x"\n', "which no earlier check is called"),
        ("def broken(:\n", "does not load"),
        ('check("beauty")\n', "does not load"),
        ("", "finds no check"),
        (
            'import pytest\n@check("convergence")\ndef test_a():\n    "x"\n    pytest.exit("bye")\n'
            '@check("convergence")\ndef test_b():\n    "x"\n',
            "did not run to its end",
        ),
        (
            # it takes away what the results are written to
            "class Lost(dict):\n    def __setitem__(self, name, result):\n        pass\n"
            '@check("convergence")\ndef test_a(request):\n    "x"\n    plugins = request.config.pluginmanager\n'
            '    next(p for p in plugins.get_plugins() if type(p).__name__ == "Recorder").results = Lost()\n'
            '@check("convergence")\ndef test_b():\n    "x"\n',
            r"did not run to its end: \['test_a', 'test_b'\]",
        ),
    ],
)
def test_a_broken_suite_is_our_failure(run: Run, suite: str, says: str) -> None:
    with pytest.raises(GraderError, match=says):
        run(suite)


@pytest.mark.parametrize("way", ["pytest.skip('x')", "pytest.xfail('x')", "pytest.importorskip('no_such_module')"])
def test_a_check_that_pytest_would_leave_out_is_an_error(run: Run, way: str) -> None:
    results = run(
        f'import pytest\n@check("convergence")\ndef test_a():\n    "x"\n    {way}\n'
        '@check("convergence", after="test_a")\ndef test_b():\n    "x"\n'
    )
    assert [result.outcome for result in results] == ["error", "skip"]


def test_nothing_is_kept_of_who_was_judged(linear: Exercise, zygote: Zygote) -> None:
    def judge() -> "weakref.ref[Candidate]":
        with contextlib.closing(Candidate(zygote, linear, linear.reference, 1)) as candidate:
            run_suite(linear, candidate, yardstick_of(zygote, linear), seed=1)
            return weakref.ref(candidate)

    # what is computed once for all candidates of a seed is computed the first time
    judge()
    gc.collect()
    before = len(gc.get_objects())
    judged = [judge() for _ in range(5)]
    gc.collect()
    assert [candidate() for candidate in judged] == [None] * 5
    grown = len(gc.get_objects()) - before - len(judged)
    assert grown < 5


def test_environment_and_files_of_the_user_have_no_say(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--collect-only")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    (tmp_path / "conftest.py").write_text("raise SystemExit(0)\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    monkeypatch.chdir(tmp_path)
    (result,) = run('@check("convergence")\ndef test_a():\n    "x"\n    raise expect.Mismatch("no")\n')
    assert result.outcome == "fail"


DRAWING = """
import pytest
@pytest.fixture(scope="module")
def drawing():
    return lambda rng, n_samples, n_features: (rng.normal(size=(n_samples, n_features)), rng.normal(size=n_samples))
"""


def test_what_is_observed_is_trained_once_in_a_run_and_again_in_the_next(run: Run) -> None:
    suite = (
        DRAWING
        + """
seen = []
@check("convergence")
def test_one(observe):
    "Trains."
    seen.append(observe(n_iterations=3))
@check("convergence")
def test_another(observe, sample):
    "Looks at the same."
    assert observe(n_iterations=3) is seen[0]
    assert observe(n_iterations=4).model is not seen[0].model
    assert sample[0].shape == (23, 3)
@check("convergence")
def test_a_write(sample):
    "Does not write into what others read."
    sample[0][0] = 0
@check("convergence")
def test_death(observe):
    "Trains again where the worker has died."
    seen[0].model._candidate.close()
    assert observe(n_iterations=3) is not seen[0]
    assert observe(n_iterations=3).model.weights.array.shape == (3,)
"""
    )
    for results in (run(suite), run(suite)):
        assert [r.outcome for r in results] == ["pass", "pass", "error", "pass"], [r.message for r in results]
        assert "read-only" in results[2].message
