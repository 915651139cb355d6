"""Builds the wheel, installs it into a fresh virtual environment, and grades in an empty folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the ``grade`` command of a virtual environment that has only the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, cwd=ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    made = run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    assert made.returncode == 0, made.stderr
    done = run(folder / "venv/bin/pip", "install", "-q", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "venv/bin/grade"


@pytest.mark.slow
def test_installed_grade_works_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    stub = run(installed, "exercise", "linear", cwd=tmp_path)
    assert stub.returncode == 1
    assert "Not started" in stub.stdout
    assert "no exercises/linear.py here" in stub.stderr
    assert (tmp_path / "reports/linear.html").exists()

    for slug in ("linear", "logistic", "logistic-l2", "normal-equation"):
        reference = ROOT / "reference" / f"{slug.replace('-', '_')}.py"
        command = ("exercise", slug, "--submission", reference, "--json", "grade.json", "--report", "page.html")
        graded = run(installed, *command, cwd=tmp_path)
        assert graded.returncode == 0, graded.stdout + graded.stderr
        assert json.loads((tmp_path / "grade.json").read_text())["verdict"] == "pass"
        assert "<script" not in (tmp_path / "page.html").read_text()


@pytest.mark.slow
def test_installed_grade_hands_out_exercises(installed: Path, tmp_path: Path) -> None:
    made = run(installed, "handout", "linear", "normal-equation", "--to", "out", cwd=tmp_path)
    assert made.returncode == 0, made.stdout + made.stderr
    assert (tmp_path / "out/.gitignore").exists()
    for stem in ("linear", "normal_equation"):
        visible = (tmp_path / f"out/tests/test_{stem}.py").read_text()
        assert visible == (ROOT / f"templates/handout/tests/test_{stem}.py").read_text()
