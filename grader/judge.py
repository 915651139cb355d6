"""Turns an exercise and a candidate into check results: runs the hidden suite with pytest, in this process.

Results come from pytest's hooks, never from what anything prints. No plugin and no configuration of the user's
takes part: neither from installed packages, nor from the environment, nor from files around the submission.
"""

import contextlib
import os
import time
from collections.abc import Callable, Container, Iterator, Mapping
from types import MappingProxyType

import numpy as np
import pytest

from grader.catalog import load_class
from grader.checks import CRITERIA, Check, Fixtures
from grader.errors import GraderError
from grader.expect import Mismatch, Remark
from grader.results import CheckResult, CriterionResult, Evidence, Exercise, Outcome
from grader.sandbox.remote import Blocked, Candidate, SubmissionError
from grader.sandbox.wire import clean_text

ARGUMENTS = [
    "--disable-plugin-autoload",
    "--noconftest",
    "--import-mode=importlib",
    "--assert=plain",
    "--config-file",
    os.devnull,
    # these only print, and the two exception plugins collect garbage five times a run
    *(
        f"-pno:{plugin}"
        for plugin in [
            "terminal",
            "cacheprovider",
            "capture",
            "logging",
            "warnings",
            "faulthandler",
            "doctest",
            "junitxml",
            "pastebin",
            "unraisableexception",
            "threadexception",
            "stepwise",
            "debugging",
            "unittest",
        ]
    ),
]


def run_suite(
    exercise: Exercise,
    candidate: Candidate,
    yardstick: Candidate,
    *,
    seed: int,
    on_check: Callable[[CheckResult, int], None] | None = None,
    oracle: str | None = None,
    excused: Mapping[str, str] = MappingProxyType({}),
    only: Container[str] | None = None,
) -> tuple[CheckResult, ...]:
    """Run every check of the exercise's suite on the candidate.

    ``oracle`` is the source of the solution to compare with, if it is not the reference. A check that is ``excused``
    passes without being run, for the reason given. ``only`` names the checks to run, whatever came of those before.

    Raises ``GraderError`` if the suite does not load, or if a check that it holds has not reported.
    """
    fixtures = Fixtures(candidate, yardstick, load_class(exercise, oracle or exercise.reference), seed)
    recorder = _Recorder(candidate.source_lines, on_check, excused, only)
    # a wrong answer may well overflow in our own sums: what a check says of it is enough
    with _clean_environment(), np.errstate(all="ignore"):
        status = pytest.main(
            [*ARGUMENTS, f"--rootdir={exercise.suite.parent}", str(exercise.suite)], [fixtures, recorder]
        )
    if recorder.collection_errors:
        raise GraderError(f"the suite of {exercise.slug} does not load: {recorder.collection_errors[0]}")
    missing = [name for name in recorder.specs if name not in recorder.results]
    if missing or not recorder.specs or status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise GraderError(f"the suite of {exercise.slug} did not run to its end: {missing or status}")
    return tuple(recorder.results.values())


def sum_up(checks: tuple[CheckResult, ...]) -> tuple[CriterionResult, ...]:
    """Add the checks up by criterion, in the order of the rubric."""
    results = []
    for name, importance in CRITERIA.items():
        own = [check for check in checks if check.criterion == name]
        if own:
            passed = sum(check.outcome == "pass" for check in own)
            points, weight = sum(check.points for check in own), sum(check.weight for check in own)
            results.append(CriterionResult(name, importance, passed, len(own), points, weight))
    return tuple(results)


@contextlib.contextmanager
def _clean_environment() -> Iterator[None]:
    """Hide the variables through which the user's environment would configure pytest."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("PYTEST_")}
    try:
        yield
    finally:
        for name in [name for name in os.environ if name.startswith("PYTEST_")]:
            del os.environ[name]
        os.environ.update(hidden)


class _Recorder:
    """A pytest plugin that skips what cannot be judged and writes down what came out."""

    def __init__(
        self,
        source_lines: list[str],
        on_check: Callable[[CheckResult, int], None] | None,
        excused: Mapping[str, str],
        only: Container[str] | None,
    ) -> None:
        self._source_lines = source_lines
        self._on_check = on_check
        self._excused = excused
        self._only = only
        self.specs: dict[str, Check] = {}
        self.results: dict[str, CheckResult] = {}
        self.collection_errors: list[str] = []

    def pytest_configure(self, config: pytest.Config) -> None:
        # nobody reads pytest's traceback, and to lay one out takes longer than the check
        config.option.tbstyle = "value"

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.collection_errors.append(str(report.longrepr))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            spec = getattr(getattr(item, "function", None), "check", None)
            if spec is None or not item.function.__doc__:  # type: ignore[attr-defined]
                self.collection_errors.append(f"{item.name} is no @check with a docstring")
            elif unknown := set(spec.after) - set(self.specs):
                self.collection_errors.append(f"{item.name} comes after {unknown}, which no earlier check is called")
            else:
                self.specs[item.name] = spec
        if self.collection_errors:
            # a suite that is not in order is not run at all
            items.clear()
        if self._only is not None:
            items[:] = [item for item in items if item.name in self._only]
            self.specs = {item.name: self.specs[item.name] for item in items}

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if item.name in self._excused:
            raise _Excused(self._excused[item.name])
        if self._only is not None:
            return
        unmet = [n for n in self.specs[item.name].after if self.results[n].outcome in ("fail", "skip", "error")]
        if unmet:
            raise Blocked(f"needs {unmet[0]}")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        report = yield
        if call.when == "call" or call.excinfo is not None:
            result = self._result(item, call)
            # a failure while tearing down is ours and outweighs what came before
            self.results[item.name] = result
            if self._on_check:
                self._on_check(result, len(self.specs))
        return report

    def _result(self, item: pytest.Item, call: pytest.CallInfo[None]) -> CheckResult:
        spec = self.specs[item.name]
        error = call.excinfo.value if call.excinfo else None
        outcome = _outcome(error)
        return CheckResult(
            id=item.name,
            title=" ".join((item.function.__doc__ or "").split("\n\n")[0].split()),  # type: ignore[attr-defined]
            criterion=spec.criterion,
            weight=spec.weight,
            outcome=outcome,
            points=spec.weight if outcome == "pass" else 0,
            message=_message(error),
            evidence=self._evidence(error),
            hint=spec.hint if outcome in ("fail", "remark") else "",
            line=error.raised.line if isinstance(error, SubmissionError) and error.raised else None,
            seconds=round(time.time() - call.start, 6),
        )

    def _evidence(self, error: BaseException | None) -> tuple[Evidence, ...]:
        if isinstance(error, Mismatch):
            return error.evidence
        if isinstance(error, SubmissionError) and error.raised and error.raised.line:
            line = error.raised.line
            text = self._source_lines[line - 1].strip() if line <= len(self._source_lines) else ""
            # a string or a comment may hold what acts on a terminal
            return (Evidence(f"line {line}", clean_text(text)),)
        return ()


class _Excused(Exception):
    """A check that an accepted convention cannot pass, and need not."""


def _outcome(error: BaseException | None) -> Outcome:
    match error:
        case None | _Excused():
            return "pass"
        case Remark():
            return "remark"
        case Mismatch() | SubmissionError():
            return "fail"
        case Blocked():
            return "skip"
        case _:
            return "error"


def _message(error: BaseException | None) -> str:
    match error:
        case None:
            return ""
        case SubmissionError(raised=raised) if raised and raised.type_name == "NotImplementedError":
            return f"{error.doing} is not written yet"
        case SubmissionError(raised=raised) if raised:
            return f"{error.doing} raised {error}"
        case SubmissionError():
            return f"{error.doing}: {error}"
        case Mismatch() | Blocked() | _Excused():
            return str(error)
        case _:
            return f"the check itself broke: {type(error).__name__}: {error}"
