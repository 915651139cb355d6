"""Grades jobs as bytes, here and in the processes of a pool."""

import os
from collections.abc import Iterator

import msgspec
import pytest

from grader.cohort.fingerprint import fingerprint
from grader.cohort.jobs import Done, Job, run_job, unpack_grade
from grader.cohort.pool import local_pool
from grader.errors import VersionError
from tests import cohort


def job(source: str, slug: str = "linear") -> Job:
    return Job(slug, "submission.py", source, seed=3, fingerprint=fingerprint())


def do(what: Job) -> Done:
    return msgspec.msgpack.decode(run_job(msgspec.msgpack.encode(what)), type=Done)


def test_a_grade_survives_the_journey() -> None:
    grade = unpack_grade(do(job(cohort.case("loss-without-half"))).grade)
    assert grade.verdict == "fail"
    assert grade.exercise.slug == "linear"
    assert [check.id for check in grade.with_outcome("fail")] == ["test_first_loss"]
    assert grade.diagnosis[0].id == "loss-without-half"
    assert grade.isolation is not None
    assert grade.submission.source == cohort.case("loss-without-half")


def test_a_grader_that_judges_otherwise_does_no_job() -> None:
    other = msgspec.structs.replace(job("x = 1"), fingerprint="that of last year")
    with pytest.raises(VersionError, match="another version of the grader"):
        do(other)


def test_a_pool_does_every_job_once() -> None:
    sources = cohort.some_cases(9)
    with local_pool(2) as pool:
        done = dict(pool.run((name, job(source)) for name, source in sources.items()))
    assert done.keys() == sources.keys()
    assert all(unpack_grade(result.grade).submission.source == sources[name] for name, result in done.items())


def test_a_pool_takes_no_more_jobs_than_keep_it_busy() -> None:
    taken = 0

    def jobs() -> Iterator[tuple[int, Job]]:
        nonlocal taken
        for number in range(30):
            taken = number + 1
            yield number, job("def broken(:")

    with local_pool(1) as pool:
        for seen, _ in enumerate(pool.run(jobs()), 1):
            assert taken <= seen + 4
    assert taken == 30


def test_a_job_that_ends_its_judge_is_named_and_the_others_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.cohort.pool.run_job", die_of_poison)
    with local_pool(2) as pool:
        jobs = [("poison", job("poison")), *((number, job("def broken(:")) for number in range(5))]
        done = dict(pool.run(iter(jobs)))
    assert "ended twice" in done.pop("poison").reason
    assert {unpack_grade(result.grade).verdict for result in done.values()} == {"invalid"}


def die_of_poison(packed: bytes) -> bytes:
    """Stand in for a judge that the system ends, for want of memory, say, whenever it meets one submission."""
    if b"poison" in packed:
        os._exit(9)
    return run_job(packed)
