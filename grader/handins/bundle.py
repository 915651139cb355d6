"""Turns a git bundle into the members of the commit that was handed in.

A bundle is a list of branches and a pack of objects. The list is read here. The pack goes to git, in a private
folder that is removed afterwards, and git is asked for nothing but files by the ids of their content:

* There is no checkout, so nothing that a repository could bring along is run or written: hooks, filters, links,
  submodules, attributes. Nothing that the candidate named reaches a command line.
* No settings but those here are read, and no protocol is allowed, so nothing is fetched.
* git checks every object, and that none is missing, before any is asked for.
* Memory, time and the size of files are limited. That also ends the reading of folders that hold one another so
  often that there would be no end.
"""

import io
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from grader.handins.members import (
    LARGE,
    LINK,
    MAX_MEMBERS,
    MAX_READ,
    TOO_MUCH,
    Member,
    Refused,
    is_passed_over,
    is_wanted,
    show,
    tame,
)
from grader.submission import MAX_BYTES

MAX_HEADER = 1024 * 1024
"""The list of branches and tags: 10,000 of them."""
MAX_LISTING = 200 * MAX_MEMBERS
"""The list of the files of a commit."""
MAX_PACK = 256 * 1024 * 1024
MAX_MEMORY = 512 * 1024 * 1024
MAX_SECONDS = 30
MAX_CHOICE = 1000
"""Branches among which the newest is looked for."""


def bundle_members(file: io.FileIO) -> Iterator[Member]:
    """Yield the files of a bundle's HEAD, or else of its branch main or master, or else of its newest branch."""
    header = _read_header(file)
    if shutil.which("git") is None:
        raise Refused("It is a git bundle, and git is not installed here: install git, or ask for a zip.")
    with tempfile.TemporaryDirectory(prefix="grade-bundle-") as name:
        folder = Path(name)
        _git(folder, "init", "--quiet", "--bare", "--template=", f"--object-format={header.hash}", str(folder / "git"))
        _git(folder, "index-pack", "--stdin", "--strict", f"--max-input-size={MAX_PACK}", feed=file)
        commit = _choose(folder, header.branches)
        for branch in _others(header.branches, commit):
            yield Member(branch, obstacle="is another branch, which was not read")
        yield from _files(folder, commit)


# ------------------------------------------------------------------- branches


class _Header(NamedTuple):
    hash: str
    branches: dict[str, str]
    """Name to id."""


def _read_header(file: io.FileIO) -> _Header:
    """Read the list of branches, and leave ``file`` where the pack begins."""
    content = file.read(MAX_HEADER)
    end = max(0, content.find(b"\n\n"))
    file.seek(end + 2)
    lines = content[:end].split(b"\n")[1:]
    if any(line.startswith((b"-", b"@filter")) for line in lines):
        raise Refused("It is a bundle of some commits only: ask for one made with git bundle create NAME.bundle --all.")
    found = [match for line in lines if (match := _BRANCH.fullmatch(line))]
    if not found:
        raise Refused("It is a git bundle without a list of branches: ask for it again.")
    branches = {match[2].decode("utf-8", "surrogateescape"): match[1].decode() for match in found}
    return _Header("sha256" if b"@object-format=sha256" in lines else "sha1", branches)


_BRANCH = re.compile(rb"([0-9a-f]{40}|[0-9a-f]{64}) (.+)")


def _choose(folder: Path, branches: dict[str, str]) -> str:
    usual = [branches[name] for name in ("HEAD", "refs/heads/main", "refs/heads/master") if name in branches]
    heads = {commit for name, commit in branches.items() if name.startswith("refs/heads/")}
    among = usual[:1] or sorted(heads or set(branches.values()))[:MAX_CHOICE]
    return _git(folder, "rev-list", "--no-walk", "--max-count=1", *among).decode("ascii").strip()


def _others(branches: dict[str, str], commit: str) -> list[str]:
    heads = {name.removeprefix("refs/heads/"): end for name, end in branches.items() if name.startswith("refs/heads/")}
    return [name for name, end in heads.items() if end != commit]


# ---------------------------------------------------------------------- files


class _File(NamedTuple):
    mode: str
    kind: str
    id: str
    size: int
    name: str


def _files(folder: Path, commit: str) -> Iterator[Member]:
    listing = _git(folder, "ls-tree", "-r", "-z", "--long", "--full-tree", commit, limit=MAX_LISTING)
    files = [_parse(line) for line in listing.split(b"\0") if line]
    contents = _read_contents(folder, [file for file in files if _is_answer(file) and not _obstacle(file)])
    for file in files:
        read = io.BytesIO(contents[file.id]).read if file.id in contents else None
        yield Member(file.name, read, _obstacle(file))


def _parse(line: bytes) -> _File:
    # "100644 blob 8baef1b4abc478178b004d62031cf7fe6db6f903    1234<tab>exercises/linear.py"
    described, _, name = line.decode("utf-8", "surrogateescape").partition("\t")
    mode, kind, identity, size = described.split()
    return _File(mode, kind, identity, int(size) if size.isdigit() else 0, name)


def _is_answer(file: _File) -> bool:
    path, _ = tame(file.name)
    return is_wanted(path) and not is_passed_over(path)


def _obstacle(file: _File) -> str:
    if file.mode == "120000":
        return LINK
    if file.kind != "blob":
        return "is a submodule, which is not fetched"
    return LARGE if file.size > MAX_BYTES and _is_answer(file) else ""


def _read_contents(folder: Path, files: list[_File]) -> dict[str, bytes]:
    sizes = {file.id: file.size for file in files}
    total = sum(sizes.values())
    if total > MAX_READ:
        raise Refused(TOO_MUCH)
    questions = folder / "questions"
    questions.write_text("".join(f"{identity}\n" for identity in sizes), "ascii")
    with questions.open("rb") as feed:
        answers = io.BytesIO(_git(folder, "cat-file", "--batch", feed=feed, limit=total + 200 * len(sizes)))
    contents = {}
    for identity, size in sizes.items():
        # "8baef1b4abc478178b004d62031cf7fe6db6f903 blob 1234", the content, and the end of a line
        answers.readline()
        contents[identity] = answers.read(size)
        answers.readline()
    return contents


# ------------------------------------------------------------------------ git


def _git(
    folder: Path,
    *arguments: str,
    feed: BinaryIO | io.FileIO | None = None,
    limit: int = 2 * MAX_PACK,
) -> bytes:
    """Return what git says, of which no file may get larger than ``limit`` bytes."""
    limits = f"ulimit -t {MAX_SECONDS}; ulimit -f {limit // 512 + 1}; ulimit -v {MAX_MEMORY // 1024}; exec"
    # the shell sets the limits: setting them between fork and exec is not safe where there are threads
    command = ["sh", "-c", f'{limits} "$@"', "sh", "git", *_SETTINGS, *arguments]
    output, complaints = folder / "output", folder / "complaints"
    with output.open("wb") as out, complaints.open("wb") as err:
        try:
            done = subprocess.run(
                command,
                stdin=feed or subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=_environment(folder),
                timeout=MAX_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Refused(f"git took more than {MAX_SECONDS} seconds over it: ask for a zip.") from error
    if done.returncode:
        lines = complaints.read_bytes()[:1000].decode("utf-8", "replace").splitlines()
        why = show(lines[-1])[:200] if lines else "it is larger than any hand-in"
        raise Refused(f"git cannot read it ({why}): ask for it again, or for a zip.")
    return output.read_bytes()


_SETTINGS = ("-c", "pack.threads=1", "-c", "core.bigFileThreshold=8m", "-c", "core.fsync=none")


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "LC_ALL": "C",
        "GIT_DIR": str(folder / "git"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "",
    }
