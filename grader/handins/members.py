"""Turns the members of a hand-in, whatever holds them, into the texts to grade. Nothing is written to disk.

Names, sizes and order are the candidate's to choose, so each is taken for what it is: a name is a label and
never a path that is opened, and a size is what was really read.
"""

import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec
from msgspec import Struct

from grader.errors import InputError
from grader.results import Returned
from grader.sandbox.wire import clean_text
from grader.submission import MAX_BYTES, decode

MAX_MEMBERS = 50_000
"""A returned repository has some dozen files; one with its virtual environment left in, 20,000."""
MAX_READ = 16 * 1024 * 1024
"""All texts of a hand-in together: a thousand times those of a solved repository."""
MAX_DEPTH = 40
"""Folders within one another."""
MAX_NAME = 1000
"""Characters of a path. With more, most systems could not store it."""
MAX_NOTES = 20
"""Notes that are kept, so that a hostile archive cannot fill a report."""

PYTHON_SUFFIXES = (".py", ".py.txt")
"""The second because mail filters let no Python file through."""
ARCHIVE_SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".bundle")

LINK = "is a link, which is not followed"
SPECIAL = "is neither a file nor a folder"
ENCRYPTED = "is encrypted"
LARGE = "is larger than 1 MiB, far more than any solution"
TOO_MUCH = f"Its texts come to more than {MAX_READ >> 20} MiB: ask for the Python files alone."

BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    LookupError,
    OverflowError,
    MemoryError,
)
"""What the libraries raise over what is damaged, by accident or on purpose."""


class Refused(Exception):
    """Why nothing of a hand-in can be graded, as a sentence: it becomes data, ``Returned.refused``."""


class Member(NamedTuple):
    """One thing that a hand-in holds."""

    name: str
    """As the hand-in has it, which may be anything."""
    read: Callable[[int], bytes] | None = None
    """Returns at most so many bytes of a file; None for a folder."""
    obstacle: str = ""
    """Why it cannot be read, said of the name: "is encrypted"."""


def gather(members: Iterable[Member]) -> Returned:
    """Return the Python texts among ``members``, and why the rest was refused. Raises nothing over what they are."""
    found = _Found()
    refused = ""
    try:
        _take_all(members, found)
    except Refused as refusal:
        found.texts.clear()
        refused = str(refusal)
    notes = tuple(dict.fromkeys(found.notes))
    if len(notes) > MAX_NOTES:
        notes = (*notes[:MAX_NOTES], f"There are {len(notes) - MAX_NOTES} notes more.")
    _, handout = min(found.handouts, default=(0, ""))
    return Returned(found.texts, notes, refused or _why_nothing(found), handout)


@dataclass
class _Found:
    texts: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    handouts: list[tuple[int, str]] = field(default_factory=list)
    """Depth and id: the outermost ``handout.json`` is the one that was handed out."""
    unread: int = MAX_READ
    encrypted: bool = False
    python: bool = False
    """Whether there was any Python file, readable or not."""


def _why_nothing(found: _Found) -> str:
    if found.texts:
        return ""
    if found.encrypted:
        return "It is encrypted: ask for one without a password."
    if found.python:
        return "None of its Python files can be read."
    return "It holds no Python file."


def _take_all(members: Iterable[Member], found: _Found) -> None:
    try:
        for number, member in enumerate(members, start=1):
            if number > MAX_MEMBERS:
                raise Refused(f"It holds more than {MAX_MEMBERS:,} files: ask for the Python files alone.")
            _take(member, found)
    except EOFError:
        # nothing is wrong with what came before
        found.notes.append("It is cut short: what came before that was read.")
    except BROKEN as error:
        raise Refused(f"It is damaged ({_reason(error)}): ask for it again.") from error


def _take(member: Member, found: _Found) -> None:
    path, oddity = tame(member.name)
    if oddity:
        found.notes.append(oddity)
    if not path or is_passed_over(path):
        return
    is_folder = member.read is None and not member.obstacle
    found.python |= path.lower().endswith(PYTHON_SUFFIXES) and not is_folder
    if member.obstacle:
        found.encrypted |= member.obstacle == ENCRYPTED
        found.notes.append(f"{path} {member.obstacle}.")
    elif member.read and is_wanted(path):
        _read(path, member.read, found)
    elif path.lower().endswith(ARCHIVE_SUFFIXES):
        found.notes.append(f"{path} is an archive within, and was not opened.")
    elif path.lower().endswith(".ipynb"):
        found.notes.append(f"{path} is a notebook, which is not graded.")


def _read(path: str, read: Callable[[int], bytes], found: _Found) -> None:
    if found.texts.pop(path, None) is not None:
        # as unpacking would have it
        found.notes.append(f"{path} is there twice: the last one counts.")
    try:
        content = read(MAX_BYTES + 1)
    except BROKEN as error:
        found.notes.append(f"{path} cannot be read ({_reason(error)}).")
        return
    found.unread -= len(content)
    if found.unread < 0:
        raise Refused(TOO_MUCH)
    if len(content) > MAX_BYTES:
        found.notes.append(f"{path} {LARGE}.")
    elif path.lower().endswith(".json"):
        found.handouts += _handout(path, content)
    else:
        _decode(path, content, found)


def _decode(path: str, content: bytes, found: _Found) -> None:
    try:
        found.texts[path] = decode(content, path)
    except InputError as error:
        found.notes.append(f"{error}.")


class _Handout(Struct):
    id: str


def _handout(path: str, content: bytes) -> list[tuple[int, str]]:
    try:
        handout = msgspec.json.decode(content, type=_Handout)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        # without an id, the answers can be graded all the same
        return []
    return [(path.count("/"), show(handout.id)[:100])]


def _reason(error: BaseException) -> str:
    return show(str(error) or type(error).__name__)[:100]


# ---------------------------------------------------------------------- names


def tame(name: str) -> tuple[str, str]:
    """Return a member's name as a relative path that is safe to show, and what was odd about it, as a sentence.

    The path is empty for a member that is not to be read.
    """
    if len(name) > MAX_NAME:
        return "", f"{show(name[:60])} ... is a name of {len(name)} characters, and was passed over."
    relative = re.sub(r"^(/|[A-Za-z]:)+", "", name.replace("\\", "/"))
    parts = [show(part) for part in relative.split("/") if part not in ("", ".")]
    path = "/".join(parts)
    if ".." in parts:
        return "", f"{show(name)} points out of the hand-in, and was passed over."
    if len(parts) > MAX_DEPTH:
        return "", f"{path[:60]} ... lies more than {MAX_DEPTH} folders deep, and was passed over."
    if len(relative) < len(name):
        return path, f"{show(name)} is an absolute path: it was read as {path}."
    return path, ""


def show(name: str) -> str:
    """Return ``name`` on one line, with what could act on a terminal or a page as its escapes."""
    return clean_text(name.replace("\n", "\\n").replace("\t", "\\t"))


def is_wanted(path: str) -> bool:
    """Return whether a file called so is read: a Python text, or what says which handout was answered."""
    return path.lower().endswith(PYTHON_SUFFIXES) or path.rsplit("/", 1)[-1] == "handout.json"


def is_passed_over(path: str) -> bool:
    """Return whether something called so holds no answers: it is hidden, a Mac's, compiled or installed."""
    parts = path.lower().split("/")
    return any(part.startswith(".") or part in _NO_ANSWERS or _LIBRARY.fullmatch(part) for part in parts)


_NO_ANSWERS = frozenset(["__macosx", "__pycache__", "site-packages", "dist-packages", "node_modules"])
_LIBRARY = re.compile(r"python3\.\d+")
