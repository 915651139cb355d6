"""Turns questions into frames and frames into checked answers.

A frame is a prefix (magic, header length, payload length), a JSON header and a payload: the raw bytes of
the arrays that the header describes, one after the other. Nothing is pickled and nothing is evaluated. A
question may carry anything the judge likes; a reply comes from a process that runs the candidate's code,
so every field of it is checked here, and whatever is wrong with it becomes a ``WireError``.
"""

import math
import struct
import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
import numpy as np
from msgspec import Struct

MAGIC = b"GRD1"
PREFIX = struct.Struct("<4sIQ")
MAX_HEADER = 256 * 1024
MAX_PAYLOAD = 64 * 1024 * 1024
MAX_DIMENSIONS = 8
MAX_TEXT = 2000
DTYPES = frozenset(["|b1", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8"])

Kind = Literal["array", "none", "text", "object", "missing", "self", "unread"]


class WireError(Exception):
    """A reply that is not what the protocol allows."""


# ------------------------------------------------------------------ questions


class ArraySpec(Struct, frozen=True, forbid_unknown_fields=True):
    """The dtype and shape of an array whose bytes are in the payload."""

    dtype: str
    shape: tuple[int, ...]


class Argument(Struct, frozen=True, omit_defaults=True):
    """One argument of a call: an array, or a plain number."""

    array: ArraySpec | None = None
    number: float | int | None = None
    times: int = 1
    """How often the worker is to stack the array on itself: a large table that need not travel."""


class Make(Struct, frozen=True):
    """How to make a model: its class, and the hyperparameters."""

    name: str
    options: dict[str, float | int] = {}


class Question(Struct, frozen=True, omit_defaults=True):
    """What the judge asks a worker to do."""

    op: Literal["confinement", "load", "call", "get"]
    name: str = ""
    """The class, for ``load``; the method, for ``call``."""
    target: int = 0
    """The number of the model that a call or a look at attributes is for; the judge numbers them."""
    make: Make | None = None
    """Make that model first: it does not exist yet."""
    args: tuple[Argument, ...] = ()
    options: dict[str, float | int] = {}
    names: tuple[str, ...] = ()
    """The attributes to look at; for ``call``, after the call."""
    source: str = ""
    seed: int = 0
    still_random: bool = False
    nonce: str = ""
    """Filled in when the question is put; the reply must repeat it."""


def encode_question(question: Question, arrays: list[np.ndarray[Any, Any]]) -> bytes:
    """Return the frame of ``question`` with the bytes of ``arrays``."""
    header = msgspec.json.encode(question)
    payload = b"".join(array.tobytes() for array in arrays)
    return PREFIX.pack(MAGIC, len(header), len(payload)) + header + payload


def describe(array: np.ndarray[Any, Any]) -> ArraySpec:
    """Return the spec under which ``array.tobytes()`` travels.

    Raises ``TypeError`` for a dtype that the protocol does not carry.
    """
    dtype = array.dtype.newbyteorder("<").str
    if dtype not in DTYPES:
        raise TypeError(f"arrays of dtype {array.dtype} do not travel")
    return ArraySpec(dtype, array.shape)


# -------------------------------------------------------------------- replies


class _Value(Struct, frozen=True, forbid_unknown_fields=True):
    kind: Kind
    type: str
    array: ArraySpec | None = None
    text: str = ""


class _Raised(Struct, frozen=True, forbid_unknown_fields=True):
    type: str
    message: str
    line: int | None = None
    function: str = ""


class _Reply(Struct, frozen=True, forbid_unknown_fields=True):
    nonce: str
    values: list[_Value] = []
    raised: _Raised | None = None
    made: bool = True
    warnings: list[str] = []
    changed: list[int] = []


@dataclass(frozen=True, eq=False)
class Answer:
    """One value that came back: plain data, whatever the candidate's object really was."""

    kind: Kind
    type_name: str
    array: np.ndarray[Any, Any] | None = None
    """For the kind ``array``: numbers, also where the candidate returned a list or a scalar."""
    text: str = ""
    """For ``text`` the text, for ``object`` its repr, for ``missing`` the attributes that do exist.

    An attribute that could not be looked at together with others is ``unread``: it has to be asked for alone.
    """
    warnings: tuple[str, ...] = ()
    """The warnings that the call raised."""
    changed: tuple[int, ...] = ()
    """The positions of the array arguments that the call changed in place."""


@dataclass(frozen=True)
class Raised:
    """An exception in the candidate's code."""

    type_name: str
    message: str
    line: int | None
    function: str


@dataclass(frozen=True)
class Reply:
    """A whole reply: the values asked for, or the exception instead of them."""

    values: tuple[Answer, ...]
    raised: Raised | None
    made: bool = True
    """Whether the model exists that the question was for."""


def parse_prefix(prefix: bytes) -> tuple[int, int]:
    """Return the lengths of header and payload that a prefix announces."""
    magic, header_length, payload_length = PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise WireError("the reply does not start as a reply does")
    if header_length > MAX_HEADER or payload_length > MAX_PAYLOAD:
        raise WireError(f"the reply is too large: {header_length + payload_length} bytes")
    return header_length, payload_length


def decode_reply(header: bytes, payload: bytes, nonce: str) -> Reply:
    """Return the reply to the question with ``nonce``; raise ``WireError`` for anything else."""
    try:
        reply = msgspec.json.decode(header, type=_Reply)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        raise WireError(f"the reply is malformed: {type(error).__name__}") from error
    if reply.nonce != nonce:
        raise WireError("the reply answers another question")
    warnings = tuple(clean_text(warning, 200) for warning in reply.warnings[:20])
    changed = tuple(reply.changed[:8])
    values: list[Answer] = []
    offset = 0
    for value in reply.values:
        array = None
        if (value.kind == "array") != (value.array is not None):
            raise WireError("the reply describes an array that it does not carry")
        if value.array is not None:
            array, offset = _take_array(value.array, payload, offset)
        # what happened belongs to the call; what is looked at afterwards only comes along with it
        happened = (warnings, changed) if not values else ((), ())
        values.append(Answer(value.kind, clean_text(value.type, 80), array, clean_text(value.text), *happened))
    if offset != len(payload):
        raise WireError("the reply carries more bytes than it describes")
    return Reply(tuple(values), _clean_raised(reply.raised) if reply.raised else None, reply.made)


def _take_array(spec: ArraySpec, payload: bytes, offset: int) -> tuple[np.ndarray[Any, Any], int]:
    if spec.dtype not in DTYPES:
        raise WireError("the reply carries an array of a dtype that is not a number")
    # of an array without elements, too, NumPy counts how large the other sides would make it
    size = math.prod(side or 1 for side in spec.shape[:MAX_DIMENSIONS])
    if len(spec.shape) > MAX_DIMENSIONS or min(spec.shape, default=0) < 0 or size > MAX_PAYLOAD:
        raise WireError("the reply carries an array of an impossible shape")
    dtype = np.dtype(spec.dtype)
    count = math.prod(spec.shape)
    end = offset + count * dtype.itemsize
    if end > len(payload):
        raise WireError("the reply carries fewer bytes than it describes")
    # a copy: aligned, writable, and a plain ndarray whatever it was on the other side
    array = np.frombuffer(payload[offset:end], dtype, count).reshape(spec.shape).copy()
    if dtype.kind == "b":
        # a forged byte other than 0 and 1 would make NumPy's logic undefined
        array = np.asarray(array.view(np.uint8) != 0)
    return array, end


def _clean_raised(raised: _Raised) -> Raised:
    line = raised.line if raised.line is not None and 0 < raised.line < 1_000_000 else None
    return Raised(clean_text(raised.type, 80), clean_text(raised.message), line, clean_text(raised.function, 80))


def clean_text(text: str, limit: int = MAX_TEXT) -> str:
    """Return ``text`` without anything that could act on a terminal or a page: control and format characters.

    Characters with an effect are shown as their escapes; what is longer than ``limit`` is cut.
    """
    cut = text[:limit]
    if not cut.isprintable():
        cut = "".join(
            c if c in "\n\t" or unicodedata.category(c) not in _ACTIVE else c.encode("unicode_escape").decode()
            for c in cut
        )
    return cut + " ..." if len(text) > limit else cut


# control, format (among them the bidirectional overrides), surrogate, private use, line separators
_ACTIVE = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
