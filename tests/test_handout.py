"""What a handout holds, where it is written, and that nothing of the user's git gets in."""

import ast
import importlib.metadata
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from grader import __version__
from grader.catalog import find_exercise, load_catalog
from grader.errors import GraderError, InputError
from grader.handout import write_handout
from grader.results import Exercise

EXERCISES = load_catalog()


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, errors="replace").stdout


def files(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix() for path in paths}


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handout with every exercise. Not to be written to."""
    folder = tmp_path_factory.mktemp("handout") / "complete"
    write_handout(EXERCISES, folder, company="ACME")
    return folder


# ---------------------------------------------------------------- what it holds


def test_holds_these_files_and_no_others(complete: Path) -> None:
    own = {name for e in EXERCISES for name in (f"exercises/{e.stem}.py", f"tests/test_{e.stem}.py")}
    expected = {"README.md", "handout.json", "requirements.txt", "pytest.ini", ".gitignore", *own}
    assert files(complete) == expected
    assert set(git(complete, "ls-files").splitlines()) == expected


def test_is_a_clean_repository_with_one_neutral_commit(complete: Path) -> None:
    assert git(complete, "status", "--porcelain", "--branch").strip() == "## main"
    assert git(complete, "log", "--all", "--format=%an <%ae> %cn <%ce> %s|%b|%G?").strip() == (
        "Interview <interview@example.invalid> Interview <interview@example.invalid> Interview exercises||N"
    )
    assert git(complete, "log", "--format=%ai %ci").count("+0000") == 2
    assert git(complete, "fsck", "--strict") == ""
    assert not (complete / ".git/hooks").exists()


def test_only_what_was_asked_for_is_handed_out(tmp_path: Path) -> None:
    write_handout((find_exercise("logistic"),), tmp_path / "new")
    assert {name for name in files(tmp_path / "new") if name.endswith(".py")} == {
        "exercises/logistic.py",
        "tests/test_logistic.py",
    }
    readme = (tmp_path / "new/README.md").read_text("utf-8")
    assert "### Logistic regression\n" in readme
    assert "LinearRegression" not in readme


def test_record_names_what_was_handed_out(tmp_path: Path) -> None:
    exercises = (find_exercise("logistic"), find_exercise("linear"))
    handout = write_handout(exercises, tmp_path / "new", minutes=60, company="Müller & Söhne")
    record = json.loads((tmp_path / "new/handout.json").read_text("utf-8"))
    created = datetime.fromisoformat(record.pop("created"))
    assert timedelta() <= datetime.now(UTC) - created < timedelta(minutes=5)
    assert record == {
        "schema": 1,
        "id": handout.id,
        "exercises": ["logistic", "linear"],
        "minutes": 60,
        "company": "Müller & Söhne",
        "grader": __version__,
    }
    assert re.fullmatch("[0-9a-f]{16}", handout.id)


def test_no_two_handouts_have_the_same_id(linear: Exercise, tmp_path: Path) -> None:
    first, second = (write_handout((linear,), tmp_path / name) for name in ("a", "b"))
    assert first.id != second.id


def test_packages_are_pinned_to_those_beside_the_grader(complete: Path) -> None:
    pinned = (complete / "requirements.txt").read_text("utf-8").splitlines()
    assert pinned == [f"{name}=={importlib.metadata.version(name)}" for name in ("numpy", "pytest")]


@pytest.mark.parametrize(
    ("minutes", "says"), [(None, "25 minutes"), (1, "1 minute**"), (90, "90 minutes"), (2880, "48 hours")]
)
def test_readme_states_the_time_limit(linear: Exercise, tmp_path: Path, minutes: int | None, says: str) -> None:
    write_handout((linear,), tmp_path / "new", minutes=minutes)
    assert f"**You have {says}" in (tmp_path / "new/README.md").read_text("utf-8")


def test_time_limit_is_by_default_the_sum_of_the_exercises(tmp_path: Path) -> None:
    assert write_handout(EXERCISES, tmp_path / "new").minutes == sum(exercise.minutes for exercise in EXERCISES)


def test_readme_asks_the_questions_and_names_the_versions(complete: Path) -> None:
    readme = (complete / "README.md").read_text("utf-8")
    for exercise in EXERCISES:
        assert exercise.question.strip() in readme
        assert f"`exercises/{exercise.stem}.py`" in readme
    version = (
        f"Python {sys.version_info.major}.{sys.version_info.minor} and NumPy {importlib.metadata.version('numpy')}"
    )
    assert f"run with {version}." in readme
    assert all(len(line) <= 120 for line in readme.splitlines())
    assert "\n\n\n" not in readme


def test_nobody_is_sent_to_a_command_that_they_do_not_have(complete: Path) -> None:
    for name in files(complete):
        assert not re.search(
            r"\bgrade (exercise|audit|list|batch|doctor|handout)\b", (complete / name).read_text("utf-8")
        ), name
    for exercise in EXERCISES:
        handed_out = (complete / f"exercises/{exercise.stem}.py").read_text("utf-8")
        assert f"run ``pytest tests/test_{exercise.stem}.py``" in handed_out
        assert ast.dump(_without_docstring(handed_out)) == ast.dump(_without_docstring(exercise.stub))


def _without_docstring(source: str) -> ast.Module:
    tree = ast.parse(source)
    return ast.Module(tree.body[1:], [])


# ---------------------------------------------------------------- the company's name


@pytest.mark.parametrize(
    "company",
    [
        "ACME",
        "Müller & Söhne, Zürich",
        "*bold* _and_ **more** __of__ it",
        "<script>alert(1)</script> <b>",
        "[a link](https://example.com) ![and an image](x.png) <https://example.com> [ref][1]",
        "`code` ``more`` `",
        "AT&amp;T &#42; &copy;",
        "back\\slash \\* \\",
        "C# #",
        "# ~~strike~~ ~",
        "| a | b |",
        "1. first - second + third > fourth = fifth",
        "{{ company }} {% raw %}",
        "日本電気 🎉 \u0646\u0631\u0645\u200c\u0627\u0641\u0632\u0627\u0631",
        "$x$ 'single' \"double\"",
        "",
    ],
)
def test_company_is_shown_as_it_is(linear: Exercise, tmp_path: Path, company: str) -> None:
    handout = write_handout((linear,), tmp_path / "new", company=company)
    assert handout.company == company
    markdown = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    _, title, _, _, greeting, *_ = markdown.parse((tmp_path / "new/README.md").read_text("utf-8"))
    whole = "Interview exercise" + (f" for {company}" if company else "")
    assert shown(title) == whole
    assert shown(greeting) == f"Hello, and thank you for taking the time to interview with {company or 'us'}."


def shown(inline: Any) -> str:
    """The text of a line, in which nothing is but text."""
    assert {token.type for token in inline.children} <= {"text", "text_special"}
    return "".join(token.content for token in inline.children)


def test_company_is_put_on_one_line(linear: Exercise, tmp_path: Path) -> None:
    assert write_handout((linear,), tmp_path / "new", company=" ACME\n\n# Ltd\t\xa0& Co ").company == "ACME # Ltd & Co"


@pytest.mark.parametrize(("character", "name"), [("\x1b", "U+001B"), ("\u202e", "U+202E"), ("\udcff", "U+DCFF")])
def test_company_with_a_hidden_character_is_refused(
    linear: Exercise, tmp_path: Path, character: str, name: str
) -> None:
    with pytest.raises(InputError, match=re.escape(name)):
        write_handout((linear,), tmp_path / "new", company=f"AC{character}ME")
    assert not (tmp_path / "new").exists()


# ---------------------------------------------------------------- where it goes


def test_folder_may_be_empty_or_new(linear: Exercise, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new/and/deep"):
        write_handout((linear,), tmp_path / name)
        assert (tmp_path / name / "README.md").exists()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("used", "is not empty: name a new folder"),
        ("used/notes.txt", "is a file: name a folder"),
        ("used/notes.txt/new", "cannot be written: Not a directory"),
        ("x" * 300, "cannot be written: File name too long"),
        ("/proc/handout", "cannot be written: No such file or directory"),
    ],
)
def test_folder_that_cannot_be_used_is_refused(linear: Exercise, tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used/notes.txt").write_text("mine")
    with pytest.raises(InputError, match=re.escape(says)):
        write_handout((linear,), tmp_path / name)
    assert files(tmp_path) == {"used/notes.txt"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_folder_may_belong_to_somebody_else(linear: Exercise, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    os.chown(tmp_path / "theirs", 65534, 65534)
    write_handout((linear,), tmp_path / "theirs")
    assert "README.md" in git(tmp_path / "theirs", "-c", "safe.directory=*", "ls-files")


# ---------------------------------------------------------------- git


def test_nothing_of_the_users_git_acts(linear: Exercise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, outer = tmp_path / "home", tmp_path / "outer"
    for folder in (home / "hooks", home / "template/hooks", home / ".config/git", outer):
        folder.mkdir(parents=True)
    for hook in (home / "hooks/pre-commit", home / "template/hooks/post-commit"):
        hook.write_text("#!/bin/sh\ntouch $HOME/ran\nexit 1\n")
        hook.chmod(0o755)
    (home / ".gitconfig").write_text(
        "[user]\nname = Jane Doe\nemail = jane@example.com\n[init]\n"
        f"templateDir = {home}/template\ndefaultBranch = trunk\n[core]\nhooksPath = {home}/hooks\nautocrlf = true\n"
        "[commit]\ngpgsign = true\n[gpg]\nprogram = false\n"
    )
    (home / ".config/git/ignore").write_text("*.json\ntests/\n")
    (home / ".config/git/attributes").write_text("* text eol=crlf\n")
    git(outer, "init", "-q")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_DIR", str(outer / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(outer))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Jane Doe")
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(home / "template"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "commit.gpgsign")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")

    write_handout((linear,), outer / "new")

    monkeypatch.undo()
    assert not (home / "ran").exists()
    test_is_a_clean_repository_with_one_neutral_commit(outer / "new")
    assert set(git(outer / "new", "ls-files").splitlines()) == files(outer / "new")
    assert git(outer, "rev-list", "--all") == ""


def test_missing_git_is_said_before_anything_is_written(
    linear: Exercise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GraderError, match=r"git is not installed.*install git and run this again") as caught:
        write_handout((linear,), tmp_path / "new")
    assert caught.value.exit_code == 3
    assert not (tmp_path / "new").exists()


def test_failure_of_git_is_told_in_its_words(linear: Exercise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text("#!/bin/sh\necho 'error: unknown switch b' >&2\nexit 129\n")
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(GraderError, match=r"do not hand that folder out: error: unknown switch b\. .*git 2\.28"):
        write_handout((linear,), tmp_path / "new")
