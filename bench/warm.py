"""Grades one submission after another in a process that keeps its zygote, as a watch would: ``python -m bench.warm``.

Each line of standard input is the path of a submission; each line of output says how long it took, in JSON.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Run, environment
from grader.catalog import find_exercise
from grader.pipeline import draw_seed, grade
from grader.sandbox.process import Zygote
from grader.submission import read_submission


def main() -> None:
    """Serve until the input ends."""
    exercise = find_exercise("linear")
    with Zygote() as zygote:
        for line in sys.stdin:
            started, processor = time.perf_counter(), time.process_time()
            submission = read_submission(exercise, Path(line.strip()))
            result = grade(exercise, submission, seed=draw_seed(), zygote=zygote)
            seconds, spent = time.perf_counter() - started, time.process_time() - processor
            print(json.dumps([seconds, spent, result.exit_code, result.verdict]), flush=True)


class WarmGrader:
    """The other end: asks for one grade after another."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def grade(self, submission: Path) -> Run:
        """Grade once more. The processor time is the judge's alone: the zygote's is not known before its end."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(submission, file=self._process.stdin, flush=True)
        seconds, spent, status, verdict = json.loads(self._process.stdout.readline())
        return Run(seconds, spent, status, verdict)


@contextmanager
def warm_grader() -> Iterator[WarmGrader]:
    """Give a grader in a process of its own."""
    command = [sys.executable, "-m", "bench.warm"]
    pipe = subprocess.PIPE
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, cwd=root, env=environment(), stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield WarmGrader(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()


if __name__ == "__main__":
    main()
