"""Runs a batch on a real Dask cluster of two worker processes, one of which is killed midway."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import cohort
from tests.test_batch import graded

pytestmark = pytest.mark.slow


def dask(program: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a part of a cluster."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{program}", "--no-dashboard", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    scheduler_file = tmp_path / "scheduler.json"
    workers: list[subprocess.Popen[bytes]] = []
    scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(scheduler_file))
    try:
        for _ in range(300):
            if scheduler_file.exists() and scheduler_file.stat().st_size:
                break
            time.sleep(0.1)
        address = __import__("json").loads(scheduler_file.read_text())["address"]
        for _ in range(2):
            options = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--local-directory", str(tmp_path))
            workers.append(dask("worker", address, *options))
        wait_for_workers(address)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def wait_for_workers(address: str) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)


@pytest.mark.filterwarnings("default")
def test_a_cluster_gives_the_grades_of_one_machine_also_if_it_loses_a_worker(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    cohort.write_files(tmp_path / "in", cohort.some_cases(24))
    assert cohort.run("batch", "in", "--seed", "5", "--out", "local", cwd=tmp_path).returncode == 0
    process = cohort.start("batch", "in", "--seed", "5", "--out", "far", "--cluster", address, cwd=tmp_path)
    while graded(tmp_path / "far") < 4 and process.poll() is None:
        time.sleep(0.02)
    assert graded(tmp_path / "far") < 24
    os.kill(workers[0].pid, signal.SIGKILL)
    _, errors = process.communicate(timeout=240)
    assert process.returncode == 0, errors
    assert cohort.results(tmp_path / "far") == cohort.results(tmp_path / "local")
