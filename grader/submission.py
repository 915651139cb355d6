"""Turns a path into a submission: the source text, and what reading it shows. Nothing is executed."""

import codecs
import io
import os
import stat
import tokenize
from pathlib import Path

from grader.errors import InputError
from grader.results import Exercise, Submission
from grader.static import examine

MAX_BYTES = 1024 * 1024


def read_submission(exercise: Exercise, path: Path) -> Submission:
    """Read the submission at ``path``, a file or a folder that holds ``<stem>.py``.

    Raises ``InputError`` for anything that is not a readable Python text of a sensible size.
    """
    file = _find_file(exercise, path)
    source = decode(_read_bytes(file), str(file))
    if not source.strip():
        raise InputError(f"{file} is empty: write the class {exercise.class_name} in it")
    return examine(exercise, str(file), source)


def _find_file(exercise: Exercise, path: Path) -> Path:
    if not path.is_dir():
        return path
    name = f"{exercise.stem}.py"
    candidates = [path / name, path / "exercises" / name]
    for candidate in candidates:
        if os.path.lexists(candidate):
            if candidate.parent != path and candidate.parent.is_symlink():
                # the file would be one that whoever handed in the folder has chosen, such as the solution
                raise InputError(f"{candidate.parent} is a symbolic link: name the file itself")
            return candidate
    raise InputError(f"{path} holds neither {name} nor exercises/{name}: name the file itself")


def open_regular(path: Path) -> io.FileIO:
    """Open a regular file, not through a link. Raises ``InputError`` for anything else."""
    # no link is followed: a submission that is a link would have the judge read a file of its choice;
    # non-blocking: opening a named pipe would wait for a writer
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_symlink():
            raise InputError(f"{path} is a symbolic link: name the file that it points to")
        descriptor = os.open(path, flags)
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist: check the path, or leave --submission out") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"{path} cannot be read: {reason}") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise InputError(f"{path} is not a regular file: name the Python file to grade")
    return io.FileIO(descriptor)


def _read_bytes(path: Path) -> bytes:
    with open_regular(path) as raw, io.BufferedReader(raw) as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise InputError(f"{path} is larger than 1 MiB, far more than any solution: is it the right file?")
    return content


def decode(content: bytes, path: str) -> str:
    """Return the text of a Python file, as Python itself would decode it, with Unix line ends.

    Raises ``InputError``, which calls the file ``path``, for what is not such a text.
    """
    if b"\0" in content:
        raise InputError(f"{path} is a binary file, not Python text")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        if codecs.lookup(encoding).name in _SLOW:
            raise LookupError(encoding)
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except (SyntaxError, UnicodeError, LookupError) as error:
        raise InputError(f"{path} is not valid UTF-8 text: save it as UTF-8 and try again") from error


# a comment in the file chooses its encoding; of these, a megabyte takes Python minutes
_SLOW = ("punycode", "idna")
