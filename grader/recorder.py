"""Turns what pytest reports of a check into its result, and skips what cannot be judged.

A check's outcome is told by the exception that ended it, never by anything that is printed.
"""

import time
from collections.abc import Callable, Container, Mapping
from types import MappingProxyType
from typing import Literal

import pytest
from msgspec import Struct

from grader.checks import Check
from grader.expect import Mismatch, Remark
from grader.results import CheckResult, Evidence, Outcome
from grader.sandbox.remote import Blocked, SubmissionError
from grader.sandbox.wire import clean_text

OnCheck = Callable[[CheckResult, int], None]
"""Called after each check with its result and the number of checks that are run."""


class Rules(Struct, frozen=True):
    """What a run does beside running every check once."""

    on_check: OnCheck | None = None
    excused: Mapping[str, str] = MappingProxyType({})
    """Checks that pass without being run, and the reason."""
    only: Container[str] | None = None
    """The checks to run, whatever came of those before; all of them in their order if it is None."""
    to_first_failure: bool = False
    """Whether the checks after the first that fails are skipped: the verdict is known."""


class Recorder:
    """A pytest plugin for one run over a suite's checks after another.

    A suite has one for good: pytest keeps every plugin that it was ever given, and all that hangs on it.
    """

    def __init__(self) -> None:
        self.begin({}, [], Rules())

    def begin(self, specs: Mapping[str, Check], source_lines: list[str], rules: Rules) -> None:
        """Forget the last run, and be ready for the next."""
        self._specs = specs
        self._source_lines = source_lines
        self._rules = rules
        self.results: dict[str, CheckResult] = {}
        self._has_failed = False

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Pass, skip or let run."""
        if item.name in self._rules.excused:
            raise _Excused(self._rules.excused[item.name])
        if self._has_failed and self._rules.to_first_failure:
            raise Blocked("not needed: an earlier check has failed")
        if self._rules.only is not None:
            return
        unmet = [n for n in self._specs[item.name].after if self.results[n].outcome in ("fail", "skip", "error")]
        if unmet:
            raise Blocked(f"needs {unmet[0]}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Write down what came out; a failure while tearing down is ours and outweighs what came before.

        The report says no more than how to go on: pytest's own, with a traceback, is for people who read it.
        """
        if call.when == "call" or call.excinfo is not None:
            result = self._result(item, call)
            self.results[item.name] = result
            self._has_failed |= result.outcome == "fail"
            if self._rules.on_check:
                self._rules.on_check(result, len(self._specs))
        assert call.when != "collect"
        outcome: Literal["passed", "failed"] = "failed" if call.excinfo else "passed"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)

    def _result(self, item: pytest.Item, call: pytest.CallInfo[None]) -> CheckResult:
        spec = self._specs[item.name]
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
