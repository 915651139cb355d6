"""Grades sources from end to end."""

import time
from collections.abc import Callable

import msgspec.structs

from grader.results import Exercise, Grade

GradeSource = Callable[..., Grade]


def test_one_seed_repeats_a_run_and_another_does_not(linear: Exercise, grade_source: GradeSource) -> None:
    wrong = linear.reference.replace("/ (2 * n_samples)", "/ n_samples")
    first, again, other = (grade_source(linear, wrong, seed=seed) for seed in (3, 3, 4))
    assert first.verdict == "fail"
    assert [c.evidence for c in first.checks] == [c.evidence for c in again.checks]
    assert [c.evidence for c in first.checks] != [c.evidence for c in other.checks]


def test_stub_is_not_started(linear: Exercise, grade_source: GradeSource) -> None:
    result = grade_source(linear, linear.stub)
    assert result.verdict == "not-started"
    assert result.exit_code == 1
    assert not result.checks


def test_exception_at_import_is_invalid_with_its_line(linear: Exercise, grade_source: GradeSource) -> None:
    result = grade_source(linear, "x = 1\nraise KeyError('x')\n")
    assert result.verdict == "invalid"
    assert result.reason_line == 2
    assert "KeyError" in result.reason


def test_missing_class_is_invalid_and_names_those_there(linear: Exercise, grade_source: GradeSource) -> None:
    result = grade_source(linear, "class Regression:\n    pass\n")
    assert result.verdict == "invalid"
    assert "no class LinearRegression; it defines Regression" in result.reason


def test_an_endless_loop_is_paid_for_once(impatient: Exercise, grade_source: GradeSource) -> None:
    source = impatient.reference.replace("        n_samples, n_features", "        while True: pass\n        n, n", 1)
    started = time.monotonic()
    result = grade_source(impatient, source)
    assert time.monotonic() - started < 2 * impatient.limits.call_seconds + 1
    assert result.verdict == "fail"
    assert "endless loop" in result.with_outcome("fail")[0].message
    assert not result.ungraded


def test_score_is_100_only_for_every_point(linear: Exercise, grade_source: GradeSource) -> None:
    result = grade_source(linear, linear.reference)
    assert result.verdict == "pass"
    checks = tuple(msgspec.structs.replace(c, outcome="pass", points=c.weight) for c in result.checks)
    assert msgspec.structs.replace(result, checks=checks).score == 100
    lost = (msgspec.structs.replace(checks[0], points=0), *checks[1:])
    assert msgspec.structs.replace(result, checks=lost).score < 100


def test_a_broken_check_is_our_failure(linear: Exercise, grade_source: GradeSource) -> None:
    result = grade_source(linear, linear.reference)
    broken = (msgspec.structs.replace(result.checks[0], outcome="error", points=0), *result.checks[1:])
    assert msgspec.structs.replace(result, checks=broken).exit_code == 3
