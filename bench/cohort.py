"""Measures a large batch: throughput, and the memory of every process: ``python -m bench.cohort [CANDIDATES]``.

The hand-ins are zip archives of right and wrong submissions in many styles, no two alike. Memory is the proportional
set size (PSS) of the whole process tree, so that what processes share is counted once.
"""

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from itertools import cycle, islice
from pathlib import Path

from bench.measure import descendants

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests/cases"
COMMAND = "from grader.cli import main; main()"
SAMPLE_SECONDS = 1.0


def write_hand_ins(folder: Path, candidates: int) -> None:
    """Write so many archives, each with an exercise or two."""
    sources = {slug: _sources(slug) for slug in ("linear", "logistic")}
    for number, (linear, logistic) in enumerate(
        islice(zip(cycle(sources["linear"]), cycle(sources["logistic"]), strict=False), candidates)
    ):
        with zipfile.ZipFile(folder / f"candidate-{number:05}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("answer/exercises/linear.py", f"{linear}\n# candidate {number}\n")
            if number % 4 == 0:
                archive.writestr("answer/exercises/logistic.py", f"{logistic}\n# candidate {number}\n")


def _sources(slug: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((CASES / slug).glob("*/submission.py"))]


def pss_mib(pid: int) -> float:
    """Return the proportional set size of a process; 0 if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def measure(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Run a command; return its seconds, the peak of its tree's memory and that of its first process, in MiB."""
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    whole = first = 0.0
    while process.poll() is None:
        sizes = [pss_mib(pid) for pid in descendants(process.pid)]
        whole, first = max(whole, sum(sizes)), max(first, sizes[0])
        time.sleep(SAMPLE_SECONDS)
    if process.returncode:
        raise SystemExit(f"the batch ended with {process.returncode}")
    return time.monotonic() - started, whole, first


def main() -> None:
    """Grade a cohort and print what it cost."""
    candidates = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        write_hand_ins(folder / "in", candidates)
        answers = candidates + (candidates + 3) // 4
        command = [sys.executable, "-P", "-c", COMMAND, "batch", "in", "--out", "out", "--seed", "1"]
        seconds, whole, first = measure(command, folder)
        print(f"{candidates} candidates, {answers} answers, {os.cpu_count()} processors: {seconds:.0f} s,")
        print(
            f"  {answers / seconds:.1f} answers a second, pages and all; peak memory {whole:.0f} MiB in all processes,"
        )
        print(f"  {first:.0f} MiB in the first")
        seconds, whole, _ = measure(command, folder)
        print(f"  the same command once more, with nothing left to grade: {seconds:.0f} s, {whole:.0f} MiB")
        size = sum(path.stat().st_size for path in (folder / "out").rglob("*") if path.is_file())
        print(f"  {size / candidates / 1024:.0f} KiB on disk for each candidate")


if __name__ == "__main__":
    main()
