"""Turns an exercise and a candidate into check results: runs the hidden suite with pytest, in this process.

A suite is collected once in the life of the process, by pytest; its checks are then run, through pytest's own hooks,
as often as there are candidates. Results come from those hooks, never from what anything prints. No plugin and no
configuration of the user's takes part: neither from installed packages, nor from the environment, nor from files
around the submission.
"""

import contextlib
import os
from collections.abc import Container, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest

from grader import fixtures
from grader.catalog import load_class
from grader.checks import CRITERIA, Check
from grader.errors import GraderError
from grader.fixtures import SETTING, Oracle, Setting
from grader.recorder import OnCheck, Recorder, Rules
from grader.results import CheckResult, CriterionResult, Exercise
from grader.sandbox.remote import Candidate
from grader.yardstick import Yardstick

ARGUMENTS = [
    "--disable-plugin-autoload",
    "--noconftest",
    "--import-mode=importlib",
    "--assert=plain",
    "--config-file",
    os.devnull,
    # these print, or offer what no suite here uses; the two exception plugins collect garbage five times a run
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
            "skipping",
            "setuponly",
            "setupplan",
            "legacypath",
            "tmpdir",
            "monkeypatch",
            "recwarn",
            "subtests",
        ]
    ),
]


def run_suite(
    exercise: Exercise,
    candidate: Candidate,
    yardstick: Yardstick,
    *,
    seed: int,
    on_check: OnCheck | None = None,
    oracle: str | None = None,
    excused: Mapping[str, str] = MappingProxyType({}),
    only: Container[str] | None = None,
    to_first_failure: bool = False,
) -> tuple[CheckResult, ...]:
    """Run every check of the exercise's suite on the candidate.

    ``oracle`` is the source of the solution to compare with, if it is not the reference. A check that is ``excused``
    passes without being run, for the reason given. ``only`` names the checks to run, whatever came of those before.
    With ``to_first_failure`` those after the first that fails are skipped.

    Raises ``GraderError`` if the suite does not load, or if a check that it holds has not reported.
    """
    setting = Setting(candidate, yardstick, _oracle(exercise, oracle or exercise.reference), seed)
    try:
        return collect(exercise.suite).run(setting, Rules(on_check, excused, only, to_first_failure))
    except (KeyboardInterrupt, pytest.exit.Exception) as error:
        # pytest has not cleared away behind the check that was interrupted
        collect.cache_clear()
        if isinstance(error, KeyboardInterrupt):
            raise
        raise GraderError(f"the suite {exercise.suite.stem} did not run to its end: {error}") from error


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


@lru_cache(maxsize=16)
def _oracle(exercise: Exercise, source: str) -> Oracle:
    return Oracle(load_class(exercise, source))


class Suite:
    """The checks of an exercise, ready to be run on one candidate after another."""

    def __init__(self, name: str, collector: "_Collector", recorder: Recorder) -> None:
        self._name = name
        self._items = collector.items
        self._specs = collector.specs
        self._recorder = recorder

    def run(self, setting: Setting, rules: Rules) -> tuple[CheckResult, ...]:
        """Run the checks in their order. Raises ``GraderError`` if one of them does not report."""
        items = [item for item in self._items if rules.only is None or item.name in rules.only]
        specs = {item.name: self._specs[item.name] for item in items}
        # a wrong answer may well overflow in our own sums: what a check says of it is enough
        with self._equipped(setting, specs, rules), _clean_environment(), np.errstate(all="ignore"):
            for item, following in zip(items, [*items[1:], None], strict=True):
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            results = self._recorder.results
        if missing := [name for name in specs if name not in results]:
            raise GraderError(f"the suite {self._name} did not run to its end: {missing}")
        return tuple(results.values())

    @contextlib.contextmanager
    def _equipped(self, setting: Setting, specs: Mapping[str, Check], rules: Rules) -> Iterator[None]:
        self._recorder.begin(specs, setting.candidate.source_lines, rules)
        token = SETTING.set(setting)
        try:
            yield
        finally:
            self._recorder.begin({}, [], Rules())
            SETTING.reset(token)


@cache
def collect(path: Path) -> Suite:
    """Collect a suite with pytest. Raises ``GraderError`` if it does not load, or is not in order."""
    recorder, collector = Recorder(), _Collector()
    with _clean_environment():
        status = pytest.main([*ARGUMENTS, f"--rootdir={path.parent}", str(path)], [fixtures, recorder, collector])
    if collector.errors:
        raise GraderError(f"the suite {path.stem} does not load: {collector.errors[0]}")
    if not collector.items:
        raise GraderError(f"the suite {path.stem} does not load: pytest finds no check in it ({status})")
    return Suite(path.stem, collector, recorder)


class _Collector:
    """A pytest plugin that keeps what is collected, instead of running it."""

    def __init__(self) -> None:
        self.items: list[pytest.Item] = []
        self.specs: dict[str, Check] = {}
        self.errors: list[str] = []

    def pytest_ignore_collect(self, collection_path: Path, config: pytest.Config) -> bool:
        """Pass over everything beside the suite: pytest would look at every file of its folder."""
        suite = Path(config.args[0])
        return collection_path != suite and collection_path not in suite.parents

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.errors.append(str(report.longrepr))

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            spec = getattr(getattr(item, "function", None), "check", None)
            if spec is None or not item.function.__doc__:  # type: ignore[attr-defined]
                self.errors.append(f"{item.name} is no @check with a docstring")
            elif unknown := set(spec.after) - set(self.specs):
                self.errors.append(f"{item.name} comes after {unknown}, which no earlier check is called")
            else:
                self.specs[item.name] = spec
        self.items = list(items)

    def pytest_runtestloop(self) -> bool:
        return True


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
