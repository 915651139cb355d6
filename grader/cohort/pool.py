"""Turns jobs into results on several processors, here or on a cluster: the same jobs, in whatever order they are done.

Only so many jobs are under way at once as keep everybody busy, so that memory stays flat however many there are.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

import msgspec

from grader.cohort.jobs import Done, Job, end_with_parent, run_job
from grader.errors import GraderError, InputError

AHEAD = 4
"""Jobs under way per processor: one that is being done and some that wait, so that nobody waits for them."""

Key = TypeVar("Key")


class Pool:
    """Processors that do jobs."""

    def __init__(self, start: Callable[[], Executor], processors: int) -> None:
        """``start`` makes an executor; it is called again if that one breaks."""
        self._start = start
        self._executor = start()
        self.processors = processors

    def run(self, jobs: Iterator[tuple[Key, Job]]) -> Iterator[tuple[Key, Done]]:
        """Do all jobs and yield each with its key as it is done. Raises ``IsolationError`` if nothing may be run."""
        waiting: dict[Future[bytes], tuple[Key, Job]] = {}
        lost: list[tuple[Key, Job]] = []
        while True:
            for key, job in islice(jobs, AHEAD * self.processors - len(waiting)):
                waiting[self._executor.submit(run_job, msgspec.msgpack.encode(job))] = key, job
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                key, job = waiting.pop(future)
                try:
                    yield key, _result(future)
                except BrokenExecutor:
                    lost.append((key, job))
            if lost:
                # one process has ended, and with it all that was under way: who did it shows if each runs alone
                lost += waiting.values()
                waiting.clear()
                yield from [(key, self._alone(job)) for key, job in lost]
                lost.clear()

    def _alone(self, job: Job) -> Done:
        self.close()
        self._executor = self._start()
        try:
            return _result(self._executor.submit(run_job, msgspec.msgpack.encode(job)))
        except BrokenExecutor:
            self._executor = self._start()
            return Done(reason="the grader's own process ended twice while it graded this")

    def close(self) -> None:
        """Let go of the processors, without waiting for what is not begun."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def _result(future: "Future[bytes]") -> Done:
    try:
        return msgspec.msgpack.decode(future.result(), type=Done)
    except (GraderError, BrokenExecutor):
        raise
    except Exception as error:  # a cluster's own word for a worker that was lost too often
        return Done(reason=f"the grader failed: {type(error).__name__}: {error}")


@contextmanager
def local_pool(jobs: int | None) -> Iterator[Pool]:
    """Give a pool of processes on this machine, as many as it has processors unless ``jobs`` says how many."""
    pool = Pool(lambda: processes(jobs), jobs or processors())
    try:
        yield pool
    finally:
        pool.close()


def processes(number: int | None) -> Executor:
    """Return an executor of fresh processes that end with this one."""
    # until they have their path, they would look for modules in the current folder, where anybody's files may lie
    os.environ["PYTHONSAFEPATH"] = "1"
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(number or processors(), mp_context=context, initializer=end_with_parent)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def cluster_pool(address: str) -> Iterator[Pool]:
    """Give the workers of the Dask cluster whose scheduler is at ``address``.

    The scheduler runs a lost worker's jobs again. Raises ``InputError`` if there is no cluster to talk to.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise InputError(
            "for --cluster, install the extra: pip install 'interview-practice-grader[cluster]'"
        ) from error
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise InputError(f"the cluster at {address} has no workers yet: start some with `dask worker {address}`")
        yield Pool(lambda: client.get_executor(pure=False), threads)
