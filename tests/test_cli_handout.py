"""Hands out exercises as an interviewer does, and does with them what is said at the end."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parent.parent
GRADE = [sys.executable, "-P", "-c", "from grader.cli import main; main()"]
# beside the interpreter is the pytest that a candidate has installed
ENVIRONMENT = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def grade(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GRADE, *arguments], cwd=cwd, capture_output=True, text=True, timeout=120, env={**ENVIRONMENT, **environment}
    )


def shell(command: str, cwd: Path) -> str:
    environment = {**ENVIRONMENT, "GIT_CONFIG_GLOBAL": os.devnull}
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "Jane", f"GIT_{role}_EMAIL": "jane@example.com"}
    done = subprocess.run(command, shell=True, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_says_where_it_is_and_what_its_id_is(tmp_path: Path) -> None:
    result = grade("handout", "linear", "logistic", "linear", "--to", "out", "--company", "ACME", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    record = json.loads((tmp_path / "out/handout.json").read_text("utf-8"))
    assert record["exercises"] == ["linear", "logistic"]
    assert record["minutes"] == 55
    assert record["company"] == "ACME"
    assert "out holds linear, logistic for 55 minutes." in result.stdout
    assert f"Its id is {record['id']};" in result.stdout
    assert "grade batch FOLDER --out OUT" in result.stdout


def test_minutes_can_be_said(tmp_path: Path) -> None:
    result = grade("handout", "linear", "--to", "out", "--minutes", "60", cwd=tmp_path)
    assert "for 60 minutes" in result.stdout
    assert json.loads((tmp_path / "out/handout.json").read_text("utf-8"))["minutes"] == 60


@pytest.mark.parametrize("to", ["out", "a folder with 'odd' $names", "-dash", "."])
def test_commands_to_send_it_work(tmp_path: Path, to: str) -> None:
    here = tmp_path / "here"
    here.mkdir()
    result = grade("handout", "linear", f"--to={to}", cwd=here)
    assert result.returncode == 0, result.stderr
    for command in [line for line in result.stdout.splitlines() if line.startswith(("  python3 ", "  git "))]:
        shell(command, here)
    written = (here / to).resolve()
    with zipfile.ZipFile(f"{written}.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    shell(f"git clone '{next(tmp_path.rglob('*.bundle'))}' cloned".replace("'odd'", "'\\''odd'\\''"), tmp_path)
    for copy in (tmp_path / "unpacked" / written.name, tmp_path / "cloned"):
        assert (copy / "handout.json").read_bytes() == (written / "handout.json").read_bytes()
        assert shell("git status --porcelain && git branch --show-current", copy) == "main\n"


def test_candidate_can_follow_the_readme(tmp_path: Path) -> None:
    assert grade("handout", "linear", "--to", "out", cwd=tmp_path).returncode == 0
    folder = tmp_path / "out"
    tokens = MarkdownIt("commonmark").parse((folder / "README.md").read_text("utf-8"))
    code = [c.content for token in tokens for c in token.children or () if c.type == "code_inline"]
    # all that the README has run, but for the set-up, which needs the network
    (folder / "exercises/linear.py").write_text((ROOT / "reference/linear.py").read_text("utf-8"))
    commands = [text for text in code if text.startswith(("pytest", "python3", "git"))]
    assert [command.split()[0] for command in commands] == ["pytest", "pytest", "python3", "git", "git"]
    for command in commands:
        shell(command, folder)
    shell("python3 -m zipfile -e handin.zip ../zipped && git clone handin.bundle ../bundled", folder)
    for came_back in (tmp_path / "zipped", tmp_path / "bundled"):
        assert "n_samples" in (came_back / "exercises/linear.py").read_text("utf-8")
        assert (came_back / "handout.json").exists()
    assert not (tmp_path / "bundled/handin.zip").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--to", "new"], "one or more of: linear, logistic, logistic-l2, normal-equation"),
        (["linear"], "Missing option '--to'"),
        (["linear", "lojistic", "--to", "new"], "Did you mean logistic?"),
        (["linear", "--to", "new", "--minutes", "0"], "--minutes"),
        (["linear", "--to", "new", "--company", "A\x07B"], "U+0007"),
        (["linear", "--to", "used"], "is not empty"),
        (["linear", "--to", "used/notes.txt"], "is a file"),
        (["linear", "--to", "used/notes.txt/new"], "cannot be written"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used/notes.txt").write_text("mine")
    result = grade("handout", *arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert says in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "new").exists()


def test_missing_git_is_a_failure_of_ours(tmp_path: Path) -> None:
    result = grade("handout", "linear", "--to", "new", cwd=tmp_path, PATH=str(tmp_path))
    assert result.returncode == 3
    assert "grade: git is not installed" in result.stderr
    assert not (tmp_path / "new").exists()


def test_help_says_what_is_handed_out(tmp_path: Path) -> None:
    result = grade("handout", "--help", cwd=tmp_path)
    assert result.returncode == 0
    for words in ("--to", "--minutes", "--company", "grade list", "nothing of the hidden"):
        assert words in " ".join(result.stdout.split())
