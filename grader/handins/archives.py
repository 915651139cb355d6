"""Turns a zip or a tar into its members, one after the other, without unpacking it.

Whatever an archive says of itself may be a lie. So no header is believed that announces much, and what a member
is read to is what was asked for, not what it claims to be.
"""

import io
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from grader.handins.members import ENCRYPTED, LINK, MAX_READ, SPECIAL, Member, Refused
from grader.handins.unpack import PIECE

MAX_CONTENTS = 8 * 1024 * 1024
"""The table of contents of a zip: 160 bytes for each of 50,000 members."""
MAX_EXTENSION = 128 * 1024
"""One extended header of a tar: a path and the attributes of a file."""


# ------------------------------------------------------------------------ zip


def zip_members(file: io.FileIO) -> Iterator[Member]:
    """Yield the members of a zip."""
    with _Contents(file) as contents, zipfile.ZipFile(contents) as archive:
        for info in archive.infolist():
            yield Member(
                info.filename,
                None if info.filename.endswith("/") else partial(_read_from_zip, archive, info),
                _obstacle_in_zip(info),
            )


class _Contents(io.BufferedReader):
    """A zip whose table of contents, which zipfile reads and parses in one piece, is of a sensible size."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MAX_CONTENTS:
            raise Refused("Its table of contents is larger than that of any hand-in: ask for the Python files alone.")
        return super().read(size)


def _obstacle_in_zip(info: zipfile.ZipInfo) -> str:
    made_on_unix = info.create_system == 3
    mode = info.external_attr >> 16 if made_on_unix else 0
    if stat.S_ISLNK(mode):
        return LINK
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return SPECIAL
    if info.flag_bits & 1:
        return ENCRYPTED
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # zipfile knows others, but unpacks them in pieces of any size
        return "is compressed in an unusual way, and was not read"
    return ""


def _read_from_zip(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    with archive.open(info) as member:
        return member.read(limit)


# ------------------------------------------------------------------------ tar


def tar_members(stream: BinaryIO) -> Iterator[Member]:
    """Yield the members of a tar, unpacked, each to be read before the next is asked for.

    ``tarfile`` parses the headers. It does not walk from one to the next: it reads extended headers whole,
    whatever size they announce, and searches them with patterns that take quadratic time in some of the
    Pythons that we support (CVE-2024-6232).
    """
    extension: dict[str, str] = {}
    extended = 0
    while (info := _next_header(stream)) is not None:
        if info.type in _EXTENSIONS:
            extended += info.size
            if info.size > MAX_EXTENSION or extended > MAX_READ:
                raise Refused("Its extended headers are larger than those of any hand-in: ask for a zip.")
            extension |= _parse_extension(info.type, stream.read(info.size))
            _skip(stream, -info.size % tarfile.BLOCKSIZE)
            yield Member("")
        else:
            size = _size(info, extension)
            data = _Data(stream, size)
            yield Member(extension.get("path", info.name), None if info.isdir() else data.read, _obstacle_in_tar(info))
            _skip(stream, data.left + -size % tarfile.BLOCKSIZE)
            extension = {}
    # the checksum of a compressed stream is at its end
    _skip_to_end(stream)


def _next_header(stream: BinaryIO) -> tarfile.TarInfo | None:
    block = stream.read(tarfile.BLOCKSIZE)
    if not block.strip(b"\0"):
        return None
    if len(block) < tarfile.BLOCKSIZE:
        raise EOFError
    info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    if info.type == tarfile.GNUTYPE_SPARSE:
        raise Refused("It holds a sparse file, which is not read: ask for a zip.")
    if info.size < 0:
        raise tarfile.ReadError("negative size")
    return info


_EXTENSIONS = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)


def _parse_extension(kind: bytes, content: bytes) -> dict[str, str]:
    """Return what an extended header says of the next member: its ``path`` and its ``size``."""
    if kind == tarfile.GNUTYPE_LONGNAME:
        return {"path": content.rstrip(b"\0").decode("utf-8", "surrogateescape")}
    if kind in (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE):
        return {key: value for key, value in _pax_records(content) if key in ("path", "size")}
    return {}


def _pax_records(content: bytes) -> Iterator[tuple[str, str]]:
    # "25 path=exercises/linear\n": the number is the length of all of it
    start = 0
    while start < len(content):
        space = content.index(b" ", start, start + 10)
        end = start + int(content[start:space])
        if end <= space:
            raise tarfile.ReadError("bad extended header")
        key, _, value = content[space + 1 : end - 1].decode("utf-8", "surrogateescape").partition("=")
        yield key, value
        start = end


def _size(info: tarfile.TarInfo, extension: dict[str, str]) -> int:
    if not info.isreg() and info.type in tarfile.SUPPORTED_TYPES:
        # of a link, it is the size of what it points to
        return 0
    size = int(extension.get("size", info.size))
    if size < 0:
        raise tarfile.ReadError("negative size")
    return size


def _obstacle_in_tar(info: tarfile.TarInfo) -> str:
    if info.issym() or info.islnk():
        return LINK
    return "" if info.isreg() or info.isdir() else SPECIAL


class _Data:
    """The content of one member, as far as it is still to come in the stream."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self.left = size

    def read(self, limit: int) -> bytes:
        wanted = min(limit, self.left)
        content = self._stream.read(wanted)
        self.left -= len(content)
        if len(content) < wanted:
            raise EOFError("it is cut short")
        return content


def _skip(stream: BinaryIO, count: int) -> None:
    while count > 0:
        skipped = len(stream.read(min(count, PIECE)))
        if not skipped:
            raise EOFError
        count -= skipped


def _skip_to_end(stream: BinaryIO) -> None:
    while stream.read(PIECE):
        pass
