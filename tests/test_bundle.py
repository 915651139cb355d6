"""Reads git bundles, real ones and such as git should not be trusted with."""

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.handins import bundle
from grader.handins.intake import open_hand_in
from grader.results import HandIn, Returned

SOURCE = "class LinearRegression:\n    pass\n"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "ann@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


class Repository:
    """A candidate's repository, on the branch main."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        folder.mkdir()
        self.time = 1_700_000_000
        self.git("init", "-q", "-b", "main", *options)

    def git(self, *arguments: str, feed: bytes = b"") -> str:
        dates = {f"GIT_{who}_DATE": f"{self.time} +0000" for who in ("AUTHOR", "COMMITTER")}
        command = ["git", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, input=feed, env=ENVIRONMENT | dates, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    def commit(self, **files: str) -> None:
        for name, text in files.items():
            path = self.folder / name.replace("__", "/").replace("_py", ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self.git("add", "--all")
        self.time += 60
        self.git("commit", "-q", "--allow-empty", "-m", "work")

    def commit_tree(self, *entries: tuple[str, str, str, str]) -> str:
        """Commit a tree of (mode, kind, id, name) that no working folder could have."""
        listing = "".join(f"{mode} {kind} {identity}\t{name}\0" for mode, kind, identity, name in entries)
        tree = self.git("mktree", "-z", "--missing", feed=listing.encode())
        commit = self.git("commit-tree", "-m", "work", tree)
        self.git("update-ref", "refs/heads/main", commit)
        return tree

    def blob(self, content: bytes) -> str:
        return self.git("hash-object", "-w", "--stdin", feed=content)

    def bundle(self, *what: str) -> Path:
        path = self.folder.parent / "ann.bundle"
        self.git("bundle", "create", "-q", str(path), *(what or ("--all",)))
        return path


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "repository")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Returned]:
    """Opens a bundle, and sees to it that no temporary file is left."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def run(path: Path) -> Returned:
        returned = open_hand_in(HandIn("ann", str(path)))
        assert os.listdir(temporary) == []
        return returned

    return run


def test_files_of_the_head_are_read(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    repository.commit(exercises__linear_py="old", old_py="old")
    (repository.folder / "old.py").unlink()
    repository.commit(exercises__linear_py=SOURCE, README="# me")
    (repository.folder / "handout.json").write_text('{"id": "h-1"}')
    repository.commit()
    assert opened(repository.bundle()) == Returned({"exercises/linear.py": SOURCE}, handout="h-1")


def test_bundle_of_another_name_is_told_by_its_content(
    repository: Repository, opened: Callable[[Path], Returned]
) -> None:
    repository.commit(linear_py=SOURCE)
    path = repository.bundle()
    assert opened(path.rename(path.with_name("ann.txt"))).texts == {"linear.py": SOURCE}


def test_bundle_with_long_ids_is_read(tmp_path: Path, opened: Callable[[Path], Returned]) -> None:
    repository = Repository(tmp_path / "long", "--object-format=sha256")
    repository.commit(linear_py=SOURCE)
    assert opened(repository.bundle()).texts == {"linear.py": SOURCE}


def test_branch_that_is_read(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    repository.commit(linear_py="main")
    repository.git("switch", "-q", "-c", "solution")
    repository.commit(linear_py="solution")
    repository.git("switch", "-q", "-c", "newest")
    repository.commit(linear_py="newest")
    repository.git("tag", "-a", "-m", "done", "v1")
    repository.git("switch", "-q", "solution")
    for what, text, others in (
        (["--all"], "solution", ["main", "newest"]),
        (["--branches"], "main", ["newest", "solution"]),
        (["newest", "solution"], "newest", ["solution"]),
        (["solution"], "solution", []),
        (["v1"], "newest", []),
    ):
        returned = opened(repository.bundle(*what))
        assert returned.texts == {"linear.py": text}
        assert sorted(returned.notes) == [f"{name} is another branch, which was not read." for name in others]


def test_bundle_of_some_commits_is_refused(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    repository.commit(linear_py="old")
    repository.commit(linear_py=SOURCE)
    assert "bundle of some commits only" in opened(repository.bundle("HEAD~1..main")).refused


def test_links_and_submodules_are_noted(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    (repository.folder / "linear.py").symlink_to("/etc/passwd")
    repository.commit(logistic_py=SOURCE)
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub.py")
    repository.git("commit", "-q", "-m", "work")
    returned = opened(repository.bundle())
    assert returned.texts == {"logistic.py": SOURCE}
    assert returned.notes == (
        "linear.py is a link, which is not followed.",
        "sub.py is a submodule, which is not fetched.",
    )


def test_attributes_and_hooks_have_no_effect(
    repository: Repository, opened: Callable[[Path], Returned], tmp_path: Path
) -> None:
    trap = f"touch {tmp_path / 'sprung'}"
    repository.git("config", "filter.trap.smudge", trap)
    repository.commit(linear_py=SOURCE)
    (repository.folder / ".gitattributes").write_text("*.py filter=trap export-ignore ident\n")
    (repository.folder / "hooks").mkdir()
    (repository.folder / "hooks" / "post-checkout").write_text(f"#!/bin/sh\n{trap}\n")
    repository.commit()
    assert opened(repository.bundle()).texts == {"linear.py": SOURCE}
    assert not (tmp_path / "sprung").exists()


def test_settings_of_whoever_grades_have_no_effect(
    repository: Repository,
    opened: Callable[[Path], Returned],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / ".gitconfig").write_text("[broken")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "nowhere"))
    repository.commit(linear_py=SOURCE)
    assert opened(repository.bundle()).texts == {"linear.py": SOURCE}


def test_names_in_a_bundle_are_labels(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    blob = repository.blob(SOURCE.encode())
    repository.commit_tree(*(("100644", "blob", blob, name) for name in ("-rf.py", "C:\\x.py", "a\x1b\n.py", "é.py")))
    returned = opened(repository.bundle())
    assert set(returned.texts) == {"-rf.py", "x.py", "a\\x1b\\n.py", "é.py"}
    assert "is an absolute path" in returned.notes[0]


@pytest.mark.parametrize("name", ["..", ".git"])
def test_names_that_git_refuses_are_refused(
    repository: Repository, opened: Callable[[Path], Returned], name: str
) -> None:
    tree = repository.commit_tree(("100644", "blob", repository.blob(b"x = 1"), "linear.py"))
    repository.commit_tree(("040000", "tree", tree, name))
    assert "git cannot read it" in opened(repository.bundle()).refused


def test_large_file_is_noted_and_many_are_refused(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    repository.commit(linear_py="#" * 1_100_000, logistic_py=SOURCE, data="0" * 40_000_000)
    returned = opened(repository.bundle())
    assert returned.texts == {"logistic.py": SOURCE}
    assert returned.notes == ("linear.py is larger than 1 MiB, far more than any solution.",)
    repository.commit(**{f"a{number}_py": f"# {number}" + "#" * 1_000_000 for number in range(20)})
    assert "texts come to more than 16 MiB" in opened(repository.bundle()).refused


def test_folders_that_hold_one_another_come_to_an_end(
    repository: Repository, opened: Callable[[Path], Returned]
) -> None:
    inner = repository.commit_tree(("100644", "blob", repository.blob(b"x = 1"), "linear.py"))
    for _ in range(10):
        inner = repository.commit_tree(*(("040000", "tree", inner, f"d{number}") for number in range(10)))
    returned = opened(repository.bundle())
    assert returned.texts == {}
    assert "it is larger than any hand-in" in returned.refused


@pytest.mark.parametrize("part", [30, 300, -30])
def test_bundle_that_is_cut_short_is_refused(
    repository: Repository, opened: Callable[[Path], Returned], part: int
) -> None:
    repository.commit(linear_py=SOURCE, noise=os.urandom(3000).hex())
    path = repository.bundle()
    path.write_bytes(path.read_bytes()[:part])
    returned = opened(path)
    assert returned.texts == {}
    assert "ask for it again" in returned.refused


def test_damaged_pack_is_refused(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    repository.commit(linear_py=SOURCE, noise=os.urandom(3000).hex())
    path = repository.bundle()
    content = bytearray(path.read_bytes())
    content[-1000] ^= 1
    path.write_bytes(content)
    assert "git cannot read it" in opened(path).refused


def test_branch_without_its_commit_is_refused(repository: Repository, opened: Callable[[Path], Returned]) -> None:
    repository.commit(linear_py=SOURCE)
    head = repository.git("rev-parse", "HEAD")
    path = repository.bundle()
    path.write_bytes(path.read_bytes().replace(head.encode(), b"1" * 40))
    assert "git cannot read it" in opened(path).refused


def test_slow_git_is_refused(
    repository: Repository, opened: Callable[[Path], Returned], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.commit(linear_py=SOURCE)
    path = repository.bundle()
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(bundle, "MAX_SECONDS", 1)
    assert "git took more than 1 seconds" in opened(path).refused


def test_without_git_a_bundle_is_refused(
    repository: Repository, opened: Callable[[Path], Returned], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.commit(linear_py=SOURCE)
    path = repository.bundle()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed here" in opened(path).refused
