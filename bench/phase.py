"""Times the grading of a batch without its reports: ``python -m bench.phase COHORT OUT JOBS``, which prints JSON.

The clock runs from the start of the pool to its end, with the start of its processes; taking in the hand-ins and
writing the pages are not in it. Processor seconds are told apart: those of the one process that hands out the jobs
and stores the grades, which no further core makes faster, and those of all others.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.measure import environment
from grader.catalog import find_exercise
from grader.cohort.batch import current_run, grade_all, plan, settled_seed, take_in
from grader.cohort.pool import local_pool
from grader.cohort.store import Store


class Phase(Struct, frozen=True):
    """What the grading of a batch took."""

    submissions: int
    jobs: int
    seconds: float
    parent: float
    """Processor seconds of the process that hands out the jobs."""
    children: float
    """Processor seconds of the pool, its zygotes and their workers."""
    passed: int

    @property
    def each(self) -> float:
        """Wall seconds for each submission."""
        return self.seconds / self.submissions

    @property
    def serial(self) -> float:
        """The share of the work that is done in one process, however many cores there are."""
        return self.parent / (self.parent + self.children)


def main() -> None:
    """Grade the cohort and print what it took."""
    cohort, out, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    with Store(out, new=True) as store:
        number = settled_seed(store, None)
        submissions = take_in(store, [cohort], lambda done, total: None)
        todo = plan(store, current_run(store), number, [find_exercise("linear")])
        started, before = time.perf_counter(), time.process_time()
        with local_pool(jobs) as pool:
            grade_all(store, todo, pool, trusted=False, on_grade=lambda done, total: None)
        seconds, parent = time.perf_counter() - started, time.process_time() - before
        grades = [store.grade(todo.run, hand_in.candidate, "linear")[0] for hand_in in store.hand_ins()]
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    passed = sum(grade is not None and grade.verdict == "pass" for grade in grades)
    phase = Phase(submissions, jobs, seconds, parent, usage.ru_utime + usage.ru_stime, passed)
    print(msgspec.json.encode(phase).decode())


def grade_phase(cohort: Path, out: Path, jobs: int) -> Phase:
    """Grade a cohort in a process of its own; ``out`` is a file that is not there yet."""
    command = [sys.executable, "-m", "bench.phase", str(cohort), str(out), str(jobs)]
    root = Path(__file__).parents[1]
    done = subprocess.run(command, cwd=root, env=environment(), stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout, type=Phase)


if __name__ == "__main__":
    main()
