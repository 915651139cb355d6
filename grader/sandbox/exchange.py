"""Carries one question out and one reply in, piece by piece, as the pipes take and give them."""

import os
from typing import Literal

from grader.sandbox import wire

OUTPUT_TAIL = 2000
"""How much of what was printed is kept, in bytes."""


FaultKind = Literal["timeout", "died", "flood", "garbled"]


class Fault(Exception):
    """A worker stopped answering as a worker should. The message says what its code did."""

    def __init__(self, kind: FaultKind, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Exchange:
    """One question on its way out and one reply on its way in."""

    def __init__(self, frame: bytes, output_cap: int) -> None:
        self._outgoing = memoryview(frame)
        self._incoming = bytearray()
        self._lengths: tuple[int, int] | None = None
        self.output_cap = output_cap
        self.printed = 0
        self.tail = bytearray()

    @property
    def complete(self) -> bool:
        """Whether the whole reply is in."""
        if self._lengths is None and len(self._incoming) >= wire.PREFIX.size:
            self._lengths = wire.parse_prefix(bytes(self._incoming[: wire.PREFIX.size]))
        if self._lengths is None:
            return False
        extra = len(self._incoming) - wire.PREFIX.size - sum(self._lengths)
        if extra > 0:
            raise wire.WireError("more bytes than one reply")
        return extra == 0

    def parts(self) -> tuple[bytes, bytes]:
        """Return header and payload of the complete reply."""
        assert self._lengths is not None
        start = wire.PREFIX.size
        middle = start + self._lengths[0]
        return bytes(self._incoming[start:middle]), bytes(self._incoming[middle:])

    def send(self, pipe: int) -> bool:
        """Write what fits; return whether all of the question is out, or nobody reads it any more."""
        try:
            self._outgoing = self._outgoing[os.write(pipe, self._outgoing) :]
        except BlockingIOError:
            return False
        except BrokenPipeError:
            return True
        return not self._outgoing

    def receive(self, pipe: int) -> bool:
        """Read what is there; return whether the pipe is closed."""
        chunk = os.read(pipe, 1 << 20)
        self._incoming += chunk
        return not chunk

    def listen(self, pipe: int) -> bool:
        """Read what was printed; return whether the pipe is closed."""
        chunk = os.read(pipe, 1 << 16)
        self.printed += len(chunk)
        self.tail = (self.tail + chunk)[-OUTPUT_TAIL:]
        return not chunk
