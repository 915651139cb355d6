"""Turns what came back into hand-ins, one per candidate, and a hand-in into the Python texts that it holds."""

import io
import os
import re
import unicodedata
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

from grader.catalog import load_catalog
from grader.errors import InputError
from grader.handins.archives import tar_members, zip_members
from grader.handins.bundle import bundle_members
from grader.handins.members import (
    ARCHIVE_SUFFIXES,
    LINK,
    MAX_DEPTH,
    MAX_MEMBERS,
    PYTHON_SUFFIXES,
    SPECIAL,
    Member,
    Refused,
    gather,
    is_passed_over,
    show,
)
from grader.handins.unpack import Compression, unpack
from grader.results import HandIn, Returned
from grader.submission import open_regular

MAX_ARCHIVE = 256 * 1024 * 1024
"""A repository with its virtual environment left in is a third of that."""
MAX_CANDIDATE = 60
"""Characters of a candidate's name: with four bytes each, a file can still be called so."""

# ------------------------------------------------------------------- hand-ins


def list_hand_ins(paths: Sequence[Path]) -> tuple[HandIn, ...]:
    """Return the hand-ins at ``paths``, sorted by candidate, without opening one.

    A file is one hand-in. A folder is one if it looks like what was handed out: at its top lies a folder
    ``exercises``, a ``handout.json`` or an exercise's own file, such as ``linear.py``. Any other folder holds a
    hand-in per entry; an entry that cannot be graded is one all the same, so that its result says why.

    Raises ``InputError`` for a path that does not exist or holds nothing.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for entry in _entries(path):
            found.setdefault(os.path.abspath(entry), entry)
    named = sorted((_candidate(name), str(path)) for name, path in found.items())
    return tuple(sorted(_distinguish(named), key=lambda hand_in: hand_in.candidate))


def _entries(path: Path) -> Iterable[Path]:
    if not os.path.isdir(path):
        if not os.path.lexists(path):
            raise InputError(f"{path} does not exist: name the folder that the hand-ins lie in, or one of them")
        return [path]
    try:
        names = os.listdir(path)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    handed_out = {"exercises", "handout.json", *(f"{exercise.stem}.py" for exercise in load_catalog())}
    if handed_out & set(names):
        return [path]
    entries = [path / name for name in names if not name.startswith(".") and name.lower() not in _SYSTEM_FILES]
    if not entries:
        raise InputError(f"{path} holds no hand-in: name the folder with a file, folder or archive per candidate")
    return entries


_SYSTEM_FILES = frozenset(["__macosx", "thumbs.db", "desktop.ini"])


def _candidate(path: str) -> str:
    """Return a name that can be shown anywhere, that a file can have, and that no spreadsheet takes for a formula."""
    name = unicodedata.normalize("NFC", os.path.basename(path))
    suffixes = [suffix for suffix in (*ARCHIVE_SUFFIXES, *PYTHON_SUFFIXES) if name.lower().endswith(suffix)]
    name = name[: len(name) - max(map(len, suffixes), default=0)]
    tidy = "".join(c if c.isprintable() and c not in '<>:"/\\|?*' else "_" for c in name)
    return tidy.lstrip(" ._-=+@~")[:MAX_CANDIDATE].rstrip(" .") or "unnamed"


def _distinguish(named: list[tuple[str, str]]) -> Iterator[HandIn]:
    # file systems that know no case take Ann and ann for one
    first: dict[str, str] = {}
    for name, path in named:
        first.setdefault(name.casefold(), path)
    taken = set(first)
    numbers: dict[str, int] = {}
    for name, path in named:
        candidate = name
        while first[name.casefold()] != path and candidate.casefold() in taken:
            numbers[name.casefold()] = numbers.get(name.casefold(), 1) + 1
            candidate = f"{name}-{numbers[name.casefold()]}"
        taken.add(candidate.casefold())
        yield HandIn(candidate, path)


# -------------------------------------------------------------------- opening


def open_hand_in(hand_in: HandIn) -> Returned:
    """Return the Python texts of a hand-in, with what was refused of it and why. Raises nothing over what it holds.

    It is read in memory; only git, for a bundle, writes to a private folder. Of a folder without a Python file the
    one archive in it is read instead, since some course systems put what they were given in a folder of its own.
    """
    path = Path(hand_in.path)
    if os.path.islink(path) or not os.path.isdir(path):
        return _gather_file(path)
    members = list(islice(_folder_members(path), MAX_MEMBERS + 1))
    visible = [member.name for member in members if member.read and not is_passed_over(member.name)]
    archives = [name for name in visible if name.lower().endswith(ARCHIVE_SUFFIXES)]
    if len(archives) == 1 and not any(name.lower().endswith(PYTHON_SUFFIXES) for name in visible):
        return _gather_file(path / archives[0])
    return gather(members)


def _folder_members(root: Path) -> Iterator[Member]:
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(root / folder) as scan:
                entries = sorted(islice(scan, MAX_MEMBERS + 1), key=lambda entry: entry.name)
        except OSError as error:
            yield Member(folder, obstacle=f"cannot be read ({error.strerror})")
            continue
        for entry in entries:
            member = _describe(entry, f"{folder}/{entry.name}" if folder else entry.name)
            yield member
            is_folder = member.read is None and not member.obstacle
            if is_folder and not is_passed_over(member.name) and member.name.count("/") < MAX_DEPTH:
                pending.append(member.name)


def _describe(entry: os.DirEntry[str], name: str) -> Member:
    if entry.is_symlink():
        return Member(name, obstacle=LINK)
    if entry.is_dir(follow_symlinks=False):
        return Member(name)
    if entry.is_file(follow_symlinks=False):
        return Member(name, partial(_read_regular, Path(entry.path)))
    return Member(name, obstacle=SPECIAL)


def _read_regular(path: Path, limit: int) -> bytes:
    try:
        with open_regular(path) as raw, io.BufferedReader(raw) as file:
            return file.read(limit)
    except InputError as error:
        raise OSError(getattr(error.__cause__, "strerror", error)) from error


def _gather_file(path: Path) -> Returned:
    with closing(_file_members(path)) as members:
        return gather(members)


def _file_members(path: Path) -> Generator[Member, None, None]:
    try:
        file = open_regular(path)
    except InputError as error:
        raise Refused(f"{show(str(error))}.") from error
    with file:
        if os.fstat(file.fileno()).st_size > MAX_ARCHIVE:
            raise Refused(f"It is larger than {MAX_ARCHIVE >> 20} MiB: ask for the Python files alone.")
        start = file.read(512)
        file.seek(0)
        yield from _reader(start, path.name)(file)


def _reader(start: bytes, name: str) -> Callable[[io.FileIO], Iterator[Member]]:
    """Tell what a file is by how it starts, since names change on the way, and else by its name."""
    if not start:
        raise Refused("It is empty.")
    for kind in _UNREAD:
        if start.startswith(_UNREAD[kind]):
            raise Refused(f"It is a {kind} archive, which is not read: ask for a zip.")
    for pattern, reader in _READERS:
        if re.match(pattern, start, re.DOTALL):
            return reader
    if name.lower().endswith(".zip"):
        return zip_members
    return partial(_tar, "none") if name.lower().endswith(".tar") else partial(_text, name)


def _tar(compression: Compression, file: io.FileIO) -> Iterator[Member]:
    return tar_members(unpack(file, compression))


_UNREAD = {"RAR": b"Rar!\x1a", "7z": b"7z\xbc\xaf\x27\x1c", "zstd": b"\x28\xb5\x2f\xfd"}
_READERS: tuple[tuple[bytes, Callable[[io.FileIO], Iterator[Member]]], ...] = (
    (rb"PK(\x03\x04|\x05\x06|\x07\x08)", zip_members),
    (rb"\x1f\x8b", partial(_tar, "gzip")),
    (rb"BZh[1-9](1AY&SY|\x17rE8P\x90)", partial(_tar, "bzip2")),
    (rb"\xfd7zXZ\x00", partial(_tar, "xz")),
    (rb".{257}ustar", partial(_tar, "none")),
    (rb"# v[23] git bundle\n", bundle_members),
)


def _text(name: str, file: io.FileIO) -> Iterator[Member]:
    name = name.lstrip(".")
    if name.lower().endswith(".ipynb"):
        raise Refused("It is a notebook, which is not graded: ask for a .py file.")
    if not name.lower().endswith(PYTHON_SUFFIXES):
        if not re.search(rb"^class \w", file.read(4096), re.MULTILINE):
            raise Refused(f"{show(name)} is neither a Python file nor an archive that is read: ask for a zip.")
        file.seek(0)
        yield Member(name, obstacle="is not called .py, and was read as Python all the same")
        name = f"{name}.py"
    yield Member(name, io.BufferedReader(file).read)
