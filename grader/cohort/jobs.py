"""Turns a job, as plain bytes, into a grade, as plain bytes, wherever it is run: here, in a pool, on a cluster.

Nothing is pickled but the name of the one function that does it. Each process keeps one zygote for all its jobs.
"""

import atexit
import os
import platform
import threading
from functools import cache
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import Any

import msgspec
import msgspec.structs
from msgspec import Struct

from grader.catalog import find_exercise
from grader.cohort.fingerprint import fingerprint
from grader.errors import GraderError, IsolationError, VersionError
from grader.pipeline import grade
from grader.results import Grade
from grader.sandbox.process import Zygote
from grader.static import examine


class Job(Struct, frozen=True):
    """One answer to grade."""

    slug: str
    path: str
    """Where the source text was found, as it is to be shown."""
    source: str
    seed: int
    trusted: bool = False
    """Whether to run it even where no sandbox can hold it back."""
    fingerprint: str = ""
    """Of the grader that makes the job: one that judges in another way must not do it."""


class Done(Struct, frozen=True):
    """What became of a job."""

    grade: bytes = b""
    """A packed grade; empty if there is none."""
    reason: str = ""
    """Why there is none: the grader failed."""


_one_at_a_time = threading.Lock()
"""The suites hold the candidate of the moment; a cluster's worker may have several threads."""


def run_job(packed: bytes) -> bytes:
    """Grade a job.

    Raises ``IsolationError`` where somebody else's code must not be run, and ``VersionError`` where another version of
    the grader is installed; no other error comes out.
    """
    job = msgspec.msgpack.decode(packed, type=Job)
    if job.fingerprint != fingerprint():
        raise VersionError(
            f"{platform.node()} has another version of the grader, or other suites, than this machine: "
            "install the same on every worker"
        )
    exercise = find_exercise(job.slug)
    try:
        with _one_at_a_time:
            submission = examine(exercise, job.path, job.source)
            result = grade(exercise, submission, seed=job.seed, trusted=job.trusted, zygote=_zygote())
        done = Done(pack_grade(result))
    except IsolationError:
        raise
    except GraderError as error:
        _zygote.cache_clear()
        done = Done(reason=f"the grader failed: {error}")
    return msgspec.msgpack.encode(done)


@cache
def _zygote() -> Zygote:
    zygote = Zygote()
    atexit.register(zygote.close)
    return zygote


def end_with_parent() -> None:
    """End this process when the one that started it ends, however that ends: a killed batch leaves nothing behind."""
    parent = parent_process()
    assert parent is not None, "only a child process has a parent to outlive"

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


# ---------------------------------------------------------------- packing


def _field(field: Any) -> tuple[str, Any, Any]:
    given: dict[str, Any] = {"default": field.default, "default_factory": field.default_factory}
    return field.name, field.type, msgspec.field(**given)


_Body: Any = msgspec.defstruct(
    "_Body",
    [_field(field) for field in msgspec.structs.fields(Grade) if field.name != "exercise"],
    frozen=True,
    kw_only=True,
)
"""A grade without the exercise, which every side has."""


def pack_grade(result: Grade) -> bytes:
    """Return a grade as bytes, with its exercise as a name."""
    body = {name: getattr(result, name) for name in _Body.__struct_fields__}
    return msgspec.msgpack.encode((result.exercise.slug, _Body(**body)))


def unpack_grade(packed: bytes) -> Grade:
    """Return the grade that was packed. Raises ``msgspec.ValidationError`` for anything else."""
    slug, body = msgspec.msgpack.decode(packed, type=tuple[str, _Body])
    return Grade(exercise=find_exercise(slug), **{name: getattr(body, name) for name in _Body.__struct_fields__})
