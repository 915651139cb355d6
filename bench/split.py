"""Splits the time of one whole ``grade exercise`` into stages, in the judge, without touching the grader's code."""

import json
import os
import statistics
import sys
import time
from pathlib import Path

from msgspec import Struct

from bench.measure import run

ORDER = {
    "interpreter": "the interpreter starts",
    "imports": "the judge's imports: click, msgspec, NumPy, pytest, rich",
    "reading": "the catalogue and the submission are read",
    "zygote": "the zygote is started, waited for, and its self-test run",
    "collecting": "pytest collects the suite",
    "worker": "workers are forked, confined and ended",
    "fits": "the worker answers: messages, and the fits themselves",
    "judge": "the checks run in the judge: data, the reference's fits, comparisons",
    "diagnosis": "conventions and mistakes are looked for",
    "output": "the grade is printed",
    "end": "the zygote ends, the interpreter closes",
    "rest": "everything else",
}


class Stage(Struct, frozen=True):
    """A part of the whole, in milliseconds."""

    name: str
    wall: float
    processor: float
    """Of the judge; the rest of the wall time it waits."""

    @property
    def says(self) -> str:
        """What happens in it."""
        return ORDER.get(self.name, "")


def split(submission: Path, work: Path, rounds: int) -> list[Stage]:
    """Return the medians of the stages of grading a submission, and of the ``whole``."""
    found = [_once(submission, work) for _ in range(rounds + 1)][1:]
    return [
        Stage(name, *(1000 * statistics.median(one.get(name, (0.0, 0.0))[i] for one in found) for i in (0, 1)))
        for name in (*ORDER, "whole")
    ]


def _once(submission: Path, work: Path) -> dict[str, tuple[float, float]]:
    out = work / f"split-{os.getpid()}.json"
    root = str(Path(__file__).parents[1])
    program = f"import sys; sys.path.insert(0, {root!r}); from bench.clock import main; main()"
    options = ["exercise", "linear", "--no-report", "--submission", str(submission / "linear.py")]
    born = time.monotonic()
    done = run([sys.executable, "-c", program, str(out), str(born), *options], cwd=work)
    ended, stages = json.loads(out.read_text())
    wall, processor = stages.pop("end", (0.0, 0.0))
    stages["end"] = wall + max(0.0, born + done.seconds - ended), processor
    return {**stages, "whole": (done.seconds, sum(own for _, own in stages.values()))}
