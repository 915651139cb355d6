"""Grades in folders where other files lie beside the submission, as people would run it: they change nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

MODULES = (
    *("numpy", "pytest", "_pytest", "pluggy", "msgspec", "jinja2", "markupsafe", "pygments", "rich", "grader"),
    *("conftest", "sitecustomize", "usercustomize", "test_linear", "submission", "random", "json", "typing"),
)
"""What the judge, pytest or Python would import if it looked here."""
TAKEN = "open('TAKEN', 'a').write(__name__ + chr(10))\nraise SystemExit(0)\n"
SETTINGS = {
    "pytest.ini": "[pytest]\naddopts = -p taken --collect-only\n",
    "tox.ini": "[pytest]\naddopts = -p taken\n",
    "setup.cfg": "[tool:pytest]\naddopts = -p taken\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '-p taken'\n",
    "taken.pth": f"import sys; exec({TAKEN!r})\n",
    "taken.py": TAKEN,
    "python._pth": ".\nimport site\n",
    "pyvenv.cfg": "home = .\n",
    "exercises/catalog.toml": "order = []\n",
    "templates/report.html.j2": "Passed\n",
    "suites/test_linear.py": TAKEN,
    "reference/linear.py": TAKEN,
}
WRONG = "class LinearRegression:\n    def __init__(self, **_): ...\n    def fit(self, X, y):\n        return self\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a wrong submission and what might make it right."""
    files = {**{f"{name}.py": TAKEN for name in MODULES}, **SETTINGS, "linear.py": WRONG}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody in that folder does."""
    quiet = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST"))}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env={**quiet, **environment}, capture_output=True, text=True, timeout=120
    )


def installed() -> Path:
    """Return the command as it was installed beside this Python."""
    return Path(sys.executable).with_name("grade")


def assert_untouched(folder: Path, result: subprocess.CompletedProcess[str]) -> None:
    assert not (folder / "TAKEN").exists(), (folder / "TAKEN").read_text()
    assert result.returncode == 1, result.stdout + result.stderr
    assert "Not yet" in result.stdout


@pytest.mark.parametrize("submission", ["linear.py", "."])
def test_what_lies_beside_it_changes_nothing(folder: Path, submission: str) -> None:
    command = (installed(), "exercise", "linear", "--submission", submission, "--no-report")
    assert_untouched(folder, run(*command, cwd=folder))


def test_nor_for_python_m(folder: Path) -> None:
    # -m puts the current folder first on the path, and looks for the package there
    (folder / "grader.py").unlink()
    command = (sys.executable, "-m", "grader", "exercise", "linear", "--submission", "linear.py", "--no-report")
    assert_untouched(folder, run(*command, cwd=folder, PYTHONPATH=str(ROOT)))


def test_nor_where_the_path_names_the_current_folder(folder: Path) -> None:
    # before the grader can do anything, Python has imported from here what it needs to start
    for name in ("grader", "sitecustomize", "usercustomize", "random", "json", "typing"):
        (folder / f"{name}.py").unlink()
    command = (installed(), "exercise", "linear", "--submission", "linear.py", "--no-report")
    path = os.pathsep.join((".", str(ROOT)))
    assert_untouched(folder, run(*command, cwd=folder, PYTHONPATH=path, PYTEST_ADDOPTS="-p taken"))


def test_nor_for_a_batch(folder: Path) -> None:
    result = run(installed(), "batch", "linear.py", "--out", "out", "--jobs", "1", cwd=folder)
    assert result.returncode == 0, result.stderr
    assert not (folder / "TAKEN").exists(), (folder / "TAKEN").read_text()
    assert ",fail," in (folder / "out/grades.csv").read_text()


START = """
import sys
sys.path[:] = [entry for entry in sys.path if entry != sys.argv[1]] + ["."]
del sys.argv[1]
from grader.cli import main
main()
"""
"""Starts the grader as an editable install of the current folder does: it is on the path, after everything else."""


def test_nor_in_the_folder_of_a_checkout(folder: Path) -> None:
    (folder / "grader.py").unlink()
    for name in ("grader", "reference", "exercises", "templates"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    command = ("exercise", "linear", "--submission", "linear.py", "--no-report")
    assert_untouched(folder, run(sys.executable, "-P", "-c", START, ROOT, *command, cwd=folder))


# ---------------------------------------------------------------------- links


def test_a_folder_that_leads_to_the_solutions_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "ann").mkdir()
    (tmp_path / "ann/exercises").symlink_to(ROOT / "reference")
    theirs = run(installed(), "exercise", "linear", "--submission", "ann", "--no-report", cwd=tmp_path)
    assert theirs.returncode == 2, theirs.stdout
    assert "ann/exercises is a symbolic link" in theirs.stderr
    own = run(installed(), "exercise", "linear", "--no-report", cwd=tmp_path / "ann")
    assert own.returncode == 2, own.stdout
    assert "exercises is a symbolic link: name the file that you mean, with --submission" in own.stderr


@pytest.mark.parametrize("link", ["reports", "reports/linear.html"])
def test_the_page_is_not_written_through_a_link(tmp_path: Path, link: str) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/linear.html").write_text("kept")
    (tmp_path / "ann/exercises").mkdir(parents=True)
    shutil.copy(ROOT / "reference/linear.py", tmp_path / "ann/exercises")
    path = tmp_path / "ann" / link
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(tmp_path / "home" / ("" if link == "reports" else "linear.html"))
    result = run(installed(), "exercise", "linear", cwd=tmp_path / "ann")
    assert result.returncode == 2, result.stdout
    assert f"{link} is a symbolic link: name the file that you mean, with --report" in result.stderr
    assert (tmp_path / "home/linear.html").read_text() == "kept"
