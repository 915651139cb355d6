"""Feeds the judge's decoder with valid replies that were damaged: only ``WireError`` may come out."""

import json
import random
import struct
import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.sandbox import wire

NONCE = "0123456789abcdef"
FULL_RUN = 1_000_000


def array(dtype: str, *shape: int) -> dict[str, object]:
    return {"kind": "array", "type": "ndarray", "array": {"dtype": dtype, "shape": shape}}


def frame(payload: bytes, **fields: object) -> bytes:
    header = json.dumps({"nonce": NONCE, **fields}).encode()
    return wire.PREFIX.pack(wire.MAGIC, len(header), len(payload)) + header + payload


VALID = [
    frame(b"", values=[{"kind": "self", "type": "LinearRegression"}], warnings=["RuntimeWarning: overflow"]),
    frame(b"", values=[{"kind": "missing", "type": "", "text": "weights, bias"}, {"kind": "none", "type": "NoneType"}]),
    frame(np.ones((3, 2)).tobytes(), values=[array("<f8", 3, 2)], changed=[0, 1]),
    frame(np.ones(9, "<i4").tobytes() + b"\x01", values=[array("<i4", 9), array("|b1")], warnings=[]),
    frame(b"", raised={"type": "ValueError", "message": "shapes \u202e", "line": 7, "function": "fit"}, values=[]),
]
TOKENS = [
    b"-1",
    b"0",
    b"1e400",
    b"NaN",
    b"null",
    b"[]",
    b"{}",
    b'""',
    b'"|O"',
    b'"<f8"',
    b"9" * 30,
    b"[" * 3000,
    b"\\ud800",
]
"""What stands in for a piece of a header."""


def decode(data: bytes) -> None:
    """Take a frame apart as the judge does, wherever it ends."""
    header_length, payload_length = wire.parse_prefix(data[: wire.PREFIX.size].ljust(wire.PREFIX.size, b"\0"))
    middle = wire.PREFIX.size + header_length
    wire.decode_reply(data[wire.PREFIX.size : middle], data[middle : middle + payload_length], NONCE)


def flip(data: bytearray, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def truncate(data: bytearray, rng: random.Random) -> None:
    del data[rng.randrange(1, len(data)) :]


def insert(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    data[at:at] = rng.randbytes(rng.randint(1, 8))


def lengthen(data: bytearray, rng: random.Random) -> None:
    struct.pack_into("<IQ", data, 4, rng.choice([0, 1, rng.randrange(2**18), 2**32 - 1]), rng.choice([0, 48, 2**63]))


def change_field(data: bytearray, rng: random.Random) -> None:
    """Put something else between two marks of the header, whose length is then put right."""
    end = data.find(b"}\x00") if b"}\x00" in data else len(data)
    marks = [i for i in range(wire.PREFIX.size, end) if data[i] in b':,[]{}"']
    if len(marks) < 2:
        return
    start, stop = sorted(rng.sample(marks, 2))
    token = rng.choice(TOKENS)
    data[start + 1 : stop] = token
    (length,) = struct.unpack_from("<I", data, 4)
    struct.pack_into("<I", data, 4, (length + len(token) - (stop - start - 1)) % 2**32)


def change_number(data: bytearray, rng: random.Random) -> None:
    digits = [i for i in range(wire.PREFIX.size, len(data)) if 48 <= data[i] <= 57]
    if digits:
        data[rng.choice(digits)] = rng.randrange(48, 58)


MUTATIONS = [flip, truncate, insert, lengthen, change_field, change_field, change_number, change_number]


def mutate(rng: random.Random) -> bytes:
    data = bytearray(rng.choice(VALID))
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        if len(data) > wire.PREFIX.size + 50:
            rng.choice(MUTATIONS)(data, rng)
    return bytes(data)


def fuzz(count: int, seed: int) -> tuple[int, float]:
    """Decode damaged frames; return how many were refused, and the seconds of processor time of the slowest."""
    rng = random.Random(seed)
    refused, slowest = 0, 0.0
    for _ in range(count):
        data = mutate(rng)
        started = time.thread_time()
        try:
            decode(data)
        except wire.WireError:
            refused += 1
        except BaseException as error:
            raise AssertionError(f"{error!r} for {data!r}") from error
        slowest = max(slowest, time.thread_time() - started)
    return refused, slowest


@pytest.mark.parametrize("data", VALID)
def test_what_is_damaged_was_whole(data: bytes) -> None:
    decode(data)


def test_damaged_frames_raise_only_wire_errors() -> None:
    refused, _ = fuzz(5000, seed=1)
    assert refused > 2500


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.sampled_from(VALID), st.integers(0, 100), st.integers(0, 100))
def test_spliced_frames_raise_only_wire_errors(piece: bytes, valid: bytes, start: int, length: int) -> None:
    try:
        decode(valid[:start] + piece + valid[start + length :])
    except wire.WireError:
        return


@pytest.mark.fuzz
def test_a_million_damaged_frames(capsys: pytest.CaptureFixture[str]) -> None:
    started = time.perf_counter()
    refused, slowest = fuzz(FULL_RUN, seed=2)
    with capsys.disabled():
        seconds = time.perf_counter() - started
        print(f"\n{FULL_RUN} frames in {seconds:.0f} s, {refused} refused, the slowest took {slowest * 1000:.1f} ms")
