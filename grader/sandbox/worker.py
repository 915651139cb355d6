"""Runs one submission and answers the judge's questions about it.

The only module that executes a candidate's code. It imports the standard library and NumPy and nothing of the
project, and whatever it reports may be a lie: the judge checks the form of every reply and the truth of
every number. The frames are described in ``wire.py``.
"""

import io
import json
import linecache
import os
import random
import struct
import sys
import traceback
import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

PREFIX = struct.Struct("<4sIQ")
MAGIC = b"GRD1"
FILENAME = "submission.py"
NUMBERS = "biuf"
WATCHED = 1 << 20
"""The size, in bytes, up to which an argument is watched for changes: a larger one is there to take time."""

Header = dict[str, Any]
Described = tuple[Header, bytes]
"""A value as it travels: its header and its bytes."""


def open_streams() -> None:
    """Give the submission its standard streams; a sealed process could not open them."""
    sys.stdin = io.StringIO()
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False, buffering=1)


def serve(questions: int, replies: int, confinement: Header) -> None:
    """Answer questions until the judge closes the pipe.

    ``confinement`` is what became of each step of the confinement, for the judge to ask before anything else.
    """
    state = State(confinement)
    while True:
        prefix = read(questions, PREFIX.size)
        if not prefix:
            return
        _, header_length, payload_length = PREFIX.unpack(prefix)
        question = json.loads(read(questions, header_length))
        header, payload = answer(state, question, read(questions, payload_length))
        write(replies, PREFIX.pack(MAGIC, len(header), len(payload)) + header + payload)


def read(descriptor: int, size: int) -> bytes:
    """Read exactly ``size`` bytes; fewer only at the end of the stream."""
    chunks = bytearray()
    while len(chunks) < size:
        chunk = os.read(descriptor, min(size - len(chunks), 1 << 20))
        if not chunk:
            break
        chunks += chunk
    return bytes(chunks)


def write(descriptor: int, data: bytes) -> None:
    """Write all of ``data``."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


class State:
    """What the submission has become: its module and the models made so far."""

    def __init__(self, confinement: Header) -> None:
        self.confinement = confinement
        self.module = types.ModuleType("submission")
        self.models: dict[int, object] = {}


def answer(state: State, question: Header, payload: bytes) -> tuple[bytes, bytes]:
    """Carry out one question; return the header and payload of the reply."""
    arguments = take_arguments(question.get("args", []), payload)
    before = {i: a.tobytes() for i, a in enumerate(arguments) if isinstance(a, np.ndarray) and a.nbytes <= WATCHED}
    reply: Header = {"nonce": question["nonce"]}
    values: list[Described] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        try:
            values = OPERATIONS[question["op"]](state, question, arguments)
        except BaseException as error:  # candidate code raises whatever it likes, SystemExit among it
            reply["raised"] = describe_error(error)
            reply["made"] = question.get("target", 0) in state.models
        flush()
    reply["values"] = [header for header, _ in values]
    reply["warnings"] = [plain(f"{w.category.__name__}: {w.message}")[:200] for w in caught[:20]]
    reply["changed"] = [i for i, content in before.items() if not holds(arguments[i], content)]
    return json.dumps(reply).encode(), b"".join(data for _, data in values)


def holds(array: np.ndarray[Any, Any], content: bytes) -> bool:
    """Return whether an array still has the content that it came with."""
    try:
        return bool(array.data.cast("B") == content)  # without a copy
    except (TypeError, ValueError):  # the submission has changed its shape in place
        return array.tobytes() == content


def flush() -> None:
    """Hand on what was printed. The submission may have replaced or closed the streams."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # candidate code
            continue


def take_arguments(specs: list[Header], payload: bytes) -> list[Any]:
    """Return the arguments of a call: writable arrays of its own, and plain numbers."""
    arguments = []
    offset = 0
    for spec in specs:
        if "array" not in spec:
            arguments.append(spec["number"])
            continue
        dtype = np.dtype(spec["array"]["dtype"])
        shape = spec["array"]["shape"]
        count = int(np.prod(shape, dtype=np.int64))
        array = np.frombuffer(payload, dtype, count, offset).reshape(shape)
        offset += array.nbytes
        times = spec.get("times", 1)
        array = array.copy() if times == 1 else np.tile(array, (times, *[1] * (array.ndim - 1)))
        arguments.append(array)
    return arguments


# ----------------------------------------------------------------- operations


def confinement(state: State, _: Header, __: list[Any]) -> list[Described]:
    """Say how this process is confined."""
    return [({"kind": "text", "type": "str", "text": json.dumps(state.confinement)}, b"")]


def load(state: State, question: Header, _: list[Any]) -> list[Described]:
    """Execute the submission's source as a module that is not ``__main__``."""
    source = question["source"]
    seed = question.get("seed", 0)
    random.seed(seed)
    np.random.seed(seed % 2**32)
    if question.get("still_random"):
        still_random_numbers()
    sys.modules["submission"] = state.module
    linecache.cache[FILENAME] = (len(source), None, source.splitlines(keepends=True), FILENAME)
    state.module.__file__ = FILENAME
    exec(compile(source, FILENAME, "exec", dont_inherit=True), state.module.__dict__)
    classes = [name for name, value in vars(state.module).items() if isinstance(value, type)]
    return [({"kind": "none", "type": "class"}, b"") if question["name"] in classes else describe_missing(classes)]


def still_random_numbers() -> None:
    """Have the random numbers that people start from come out as zero; permutations stay what they are.

    A start at zero and one at small random numbers then take the same path, and can be compared.
    """

    def zeros(size: Any = None, *_: Any, **__: Any) -> Any:
        return 0.0 if size is None else np.zeros(size)

    def between(*arguments: Any, size: Any = None, **_: Any) -> Any:
        return zeros(arguments[2] if len(arguments) > 2 else size)

    def shaped(*size: int) -> Any:
        return zeros(size or None)

    still: dict[str, Callable[..., Any]] = {
        **dict.fromkeys(("normal", "uniform"), between),
        **dict.fromkeys(("standard_normal", "random", "random_sample"), zeros),
        **dict.fromkeys(("randn", "rand"), shaped),
    }
    own: dict[str, Any] = {name: staticmethod(function) for name, function in still.items()}
    generator: Any = type("Generator", (np.random.Generator,), own)
    numpy_random: Any = np.random
    for name, function in still.items():
        setattr(numpy_random, name, function)
    numpy_random.RandomState = type("RandomState", (np.random.RandomState,), own)
    numpy_random.default_rng = lambda seed=None: generator(np.random.PCG64(0))
    for name in ("gauss", "normalvariate", "uniform", "random"):
        setattr(random, name, lambda *_: 0.0)


def call(state: State, question: Header, arguments: list[Any]) -> list[Described]:
    """Call a method of a model, then look at the attributes that are likely to be asked for next."""
    model = the_model(state, question)
    result = describe(getattr(model, question["name"])(*arguments, **question.get("options", {})), model)
    return [result, *(glance(model, name) for name in question.get("names", ()))]


def the_model(state: State, question: Header) -> object:
    """Return the model that a question is for; make it, if that is part of the question."""
    number, make = question.get("target", 0), question.get("make")
    if make and number not in state.models:
        state.models[number] = getattr(state.module, make["name"])(**make["options"])
    return state.models[number]


def glance(model: object, name: str) -> Described:
    """Describe an attribute; one that takes code to look at is left for a question of its own."""
    unread: Described = {"kind": "unread", "type": ""}, b""
    if type(model).__getattribute__ is not object.__getattribute__:
        return unread
    # as Python looks it up: in the object, then in its class and those above
    places = [getattr(model, "__dict__", {}), *(vars(kind) for kind in type(model).__mro__)]
    if any(hasattr(place[name], "__get__") for place in places[1:] if name in place):
        return unread
    return next((describe(place[name], model) for place in places if name in place), unread)


def get(state: State, question: Header, _: list[Any]) -> list[Described]:
    """Look at attributes of a model."""
    model = the_model(state, question)
    absent = object()
    values = []
    for name in question["names"]:
        value = getattr(model, name, absent)
        values.append(
            describe_missing(list(getattr(model, "__dict__", ()))) if value is absent else describe(value, model)
        )
    return values


OPERATIONS = {"confinement": confinement, "load": load, "call": call, "get": get}


# --------------------------------------------------------------- descriptions


def describe(value: object, model: object) -> Described:
    """Return the header and the bytes under which ``value`` travels."""
    header = {"kind": "object", "type": plain(type(value).__name__)}
    if value is model and model is not None:
        return {**header, "kind": "self"}, b""
    if value is None:
        return {**header, "kind": "none"}, b""
    if isinstance(value, str):
        return {**header, "kind": "text", "text": plain(value)}, b""
    if isinstance(value, (np.ndarray, np.generic, int, float, list, tuple)):
        numbers = to_numbers(value)
        if numbers is not None:
            spec = {"dtype": numbers.dtype.str, "shape": list(numbers.shape)}
            return {**header, "kind": "array", "array": spec}, numbers.tobytes()
    return {**header, "text": plain(repr(value))[:200]}, b""


def to_numbers(value: object) -> np.ndarray[Any, Any] | None:
    """Return ``value`` as a little-endian array of numbers, or None if it is not one."""
    try:
        array = np.asarray(value)
    except (ValueError, OverflowError):  # a ragged list, an integer beyond 64 bits
        return None
    if array.dtype.kind not in NUMBERS:
        return None
    if array.dtype.kind == "f" and array.dtype.itemsize > 8:
        array = array.astype(np.float64)
    return array.astype(array.dtype.newbyteorder("<"), copy=False)


def describe_missing(names: list[str]) -> Described:
    """Describe an absent name by those that are there instead."""
    public = [plain(str(name)) for name in names if not str(name).startswith("_")]
    return {"kind": "missing", "type": "", "text": ", ".join(public[:20])}, b""


def describe_error(error: BaseException) -> Header:
    """Describe an exception by its type, message, and the submission's line that it came from."""
    line, function = None, ""
    if isinstance(error, SyntaxError) and error.filename == FILENAME:
        line = error.lineno
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == FILENAME:
            line, function = frame.lineno, frame.name
    try:
        message = str(error)
    except Exception:  # candidate code
        message = "(its message could not be read)"
    return {"type": plain(type(error).__name__), "message": plain(message), "line": line, "function": plain(function)}


def plain(text: str) -> str:
    """Return at most 2000 characters that JSON and UTF-8 can carry."""
    return str(text)[:2000].encode("utf-8", "replace").decode()
