"""Turns a compressed file into the stream that it unpacks to, and ends it where a bomb would go on.

The standard library's own files are not used: they unpack in pieces of any size, take as much memory as an xz asks
for, and read the name in a gzip's header byte by byte, however long it is.
"""

import bz2
import io
import lzma
import os
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO, Literal, cast

from grader.handins.members import Refused

MAX_UNPACKED = 512 * 1024 * 1024
"""To reach a member of a tar, all before it has to be unpacked: some seconds for so much."""
MAX_BZIP2 = 32 * 1024 * 1024
"""Of bzip2, a megabyte can take a third of a second to unpack, ten times as long as of the others."""
MAX_STREAMS = 20_000
"""Compressed streams in one file: some programs write one for every 64 KiB."""
MAX_DICTIONARY = 128 * 1024 * 1024
"""The memory that xz may ask for; its highest level asks for half of that."""
PIECE = 64 * 1024

Compression = Literal["none", "gzip", "bzip2", "xz"]


def unpack(file: io.FileIO, compression: Compression) -> BinaryIO:
    """Return the stream that ``file`` unpacks to.

    Reading it raises ``EOFError`` where the file is cut short, and ``Refused`` where it is damaged or too much.
    """
    if compression == "bzip2" and os.fstat(file.fileno()).st_size > MAX_BZIP2:
        raise Refused(f"It is larger than {MAX_BZIP2 >> 20} MiB, which takes too long for bzip2: ask for a zip.")
    pieces = _pieces(file, _NEW[compression]) if compression in _NEW else iter(partial(file.read, PIECE), b"")
    return cast(BinaryIO, io.BufferedReader(_Unpacked(pieces), PIECE))


_NEW: dict[str, Callable[[], Any]] = {
    "gzip": lambda: zlib.decompressobj(wbits=31),
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, MAX_DICTIONARY),
}


def _pieces(file: io.FileIO, new_decompressor: Callable[[], Any]) -> Iterator[bytes]:
    """Yield what a file unpacks to, in pieces of bounded size."""
    packed = file.read(PIECE)
    streams = 0
    # streams may follow one another, and zeros the last of them
    while packed.strip(b"\0"):
        decompressor = new_decompressor()
        streams += 1
        if streams > MAX_STREAMS:
            raise Refused(f"It consists of more than {MAX_STREAMS:,} compressed streams: ask for a zip.")
        while not decompressor.eof:
            yield decompressor.decompress(packed, PIECE)
            # zlib hands back what there was no room for, the other two keep it
            packed = getattr(decompressor, "unconsumed_tail", b"")
            if not packed and not decompressor.eof and getattr(decompressor, "needs_input", True):
                packed = file.read(PIECE)
                if not packed:
                    raise EOFError
        packed = decompressor.unused_data or file.read(PIECE)


class _Unpacked(io.RawIOBase):
    """What a file unpacks to, as a stream that ends with a refusal where a bomb would go on."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = memoryview(b"")
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        while not self._piece:
            piece = self._next_piece()
            if piece is None:
                return 0
            self._piece = memoryview(piece)
        size = min(len(buffer), len(self._piece))
        buffer[:size] = self._piece[:size]
        self._piece = self._piece[size:]
        return size

    def _next_piece(self) -> bytes | None:
        try:
            piece = next(self._pieces, None)
        except (zlib.error, lzma.LZMAError, OSError, ValueError) as error:
            # the checksum comes last: what came before the damage may be damaged, too
            raise Refused(f"It is damaged ({error}): ask for it again.") from error
        self._count += len(piece or b"")
        if self._count > MAX_UNPACKED:
            raise Refused(f"It unpacks to more than {MAX_UNPACKED >> 20} MiB: ask for the Python files alone.")
        return piece
