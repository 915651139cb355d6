"""Keeps what was computed once in the user's folder for caches, and gives it back; nothing there is ever relied on.

A file is keyed by everything that its content depends on, written in one step, and passed over when it cannot be read.
It holds numbers and texts in MessagePack, no code.
"""

import os
import tempfile
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

Content = TypeVar("Content")


class _Keyed(Struct, frozen=True):
    key: str
    content: msgspec.Raw


def read(name: str, key: str, kind: type[Content]) -> Content | None:
    """Return what was written under a name; None if there is nothing, or it was computed from something else."""
    try:
        found = msgspec.msgpack.decode((_folder() / name).read_bytes(), type=_Keyed)
        return msgspec.msgpack.decode(found.content, type=kind) if found.key == key else None
    except (OSError, msgspec.MsgspecError):
        return None


def write(name: str, key: str, content: object) -> None:
    """Write something down for the next run; where that cannot be, nothing is lost but time."""
    encoded = msgspec.msgpack.encode(_Keyed(key, msgspec.Raw(msgspec.msgpack.encode(content))))
    try:
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=folder)
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(encoded)
        os.replace(path, folder / name)
    except OSError:
        Path(path).unlink(missing_ok=True)


def _folder() -> Path:
    """Return the user's folder for caches, by the convention of the XDG Base Directory Specification.

    Raises ``OSError`` for a user without a home, such as a number that somebody has given a container.
    """
    try:
        usual = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    except RuntimeError as error:
        raise OSError(str(error)) from error
    return Path(usual) / "interview-practice-grader"
