"""Makes hand-ins of a cohort, and reads what a batch made of them."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests/cases"
GRADE = [sys.executable, "-P", "-c", "from grader.cli import main; main()"]

NAMES = (
    "right-textbook-main-block",
    "loss-without-half",
    "right-theta-ones-column",
    "gradient-summed",
    "bias-stays-zero",
)


def case(name: str, slug: str = "linear") -> str:
    """Return the source of a case."""
    return (CASES / slug / name / "submission.py").read_text("utf-8")


def reference(stem: str) -> str:
    """Return a full solution."""
    return (ROOT / "reference" / f"{stem}.py").read_text("utf-8")


def some_cases(count: int, slug: str = "linear") -> dict[str, str]:
    """Return the first so many cases of an exercise, by name; those that hang or crash are not among them."""
    folders = sorted((CASES / slug).iterdir())
    return {folder.name: (folder / "submission.py").read_text("utf-8") for folder in folders[:count]}


def write_files(folder: Path, sources: dict[str, str]) -> Path:
    """Hand each source in as a file of the candidate's name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source, "utf-8")
    return folder


def write_zip(path: Path, files: dict[str, str]) -> Path:
    """Hand in an archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def start(*arguments: str | Path, cwd: Path, **options: Any) -> subprocess.Popen[str]:
    """Start ``grade`` as people start it."""
    return subprocess.Popen(
        [*GRADE, *map(str, arguments)],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "COLUMNS": "80"},
        **options,
    )


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run ``grade`` to its end."""
    process = start(*arguments, cwd=cwd)
    out, errors = process.communicate(timeout=300)
    return subprocess.CompletedProcess(process.args, process.returncode, out, errors)


def grades(out: Path) -> list[dict[str, str]]:
    """Read ``grades.csv``."""
    with (out / "grades.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def results(out: Path) -> list[Any]:
    """Read ``grades.json`` without what depends on how fast the machine was."""
    return [_without_times(record) for record in json.loads((out / "grades.json").read_text("utf-8"))]


def _without_times(record: Any) -> Any:
    if isinstance(record, dict):
        if record.get("id") == "test_is_vectorised":
            return None
        kept = {key: value for key, value in record.items() if key not in ("seconds", "remarks", "score", "points")}
        return {key: _without_times(value) for key, value in kept.items()}
    return [_without_times(part) for part in record] if isinstance(record, list) else record
