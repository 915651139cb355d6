"""Sends good and bad frames through the judge's decoder."""

import json

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.sandbox import wire

NONCE = "abc"


def reply(values: list[dict[str, object]], **more: object) -> bytes:
    return json.dumps({"nonce": NONCE, "values": values, **more}).encode()


def array(dtype: str, shape: list[int]) -> dict[str, object]:
    return {"kind": "array", "type": "ndarray", "array": {"dtype": dtype, "shape": shape}}


@pytest.mark.parametrize("dtype", sorted(wire.DTYPES))
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3)])
def test_numbers_come_back_as_they_were(dtype: str, shape: tuple[int, ...]) -> None:
    sent = np.ones(shape, dtype)
    (answer,) = wire.decode_reply(reply([array(dtype, list(shape))]), sent.tobytes(), NONCE).values
    assert type(answer.array) is np.ndarray
    assert answer.array.dtype == sent.dtype
    np.testing.assert_array_equal(answer.array, sent)


@pytest.mark.parametrize(
    ("header", "payload", "says"),
    [
        (b"{", b"", "malformed"),
        (b"[" * 100_000, b"", "malformed"),
        (b'{"nonce": "abc", "values": [], "extra": 1}', b"", "malformed"),
        (b'{"nonce": "other", "values": []}', b"", "another question"),
        (reply([array("|O8", [1])]), b"12345678", "not a number"),
        (reply([array("<f8", [-1])]), b"", "impossible shape"),
        (reply([array("<f8", [1] * 9)]), b"12345678", "impossible shape"),
        (reply([array("<f8", [10**7, 10**7])]), b"", "impossible shape"),
        (reply([array("<f8", [0, 10**7, 10**7, 10**7])]), b"", "impossible shape"),
        (reply([array("<f8", [10**3, 10**3])]), b"", "fewer bytes"),
        (reply([array("<f8", [2])]), b"12345678", "fewer bytes"),
        (reply([array("<f8", [1])]), b"123456789", "more bytes"),
        (reply([{"kind": "array", "type": "x"}]), b"", "does not carry"),
    ],
)
def test_bad_reply_is_a_wire_error(header: bytes, payload: bytes, says: str) -> None:
    with pytest.raises(wire.WireError, match=says):
        wire.decode_reply(header, payload, NONCE)


@pytest.mark.parametrize(
    ("prefix", "says"),
    [
        (wire.PREFIX.pack(b"NOPE", 1, 1), "does not start"),
        (wire.PREFIX.pack(wire.MAGIC, 1 << 30, 0), "too large"),
        (wire.PREFIX.pack(wire.MAGIC, 1, 1 << 40), "too large"),
    ],
)
def test_bad_prefix_is_a_wire_error(prefix: bytes, says: str) -> None:
    with pytest.raises(wire.WireError, match=says):
        wire.parse_prefix(prefix)


def test_forged_booleans_become_booleans() -> None:
    (answer,) = wire.decode_reply(reply([array("|b1", [3])]), b"\x00\x07\xff", NONCE).values
    assert answer.array is not None
    assert answer.array.tobytes() == b"\x00\x01\x01"


@pytest.mark.parametrize("bad", ["\x1b[2J", "\x9b31m", "\u202e", "\ud800", "\u2028", "\x07", "\x00"])
def test_text_cannot_act_on_a_terminal(bad: str) -> None:
    cleaned = wire.clean_text(f"a{bad}b")
    assert bad[0] not in cleaned
    assert cleaned.startswith("a\\")


def test_long_text_is_cut() -> None:
    assert len(wire.clean_text("x" * 10**6)) < wire.MAX_TEXT + 10


VALID = reply([array("<f8", [2]), {"kind": "text", "type": "str", "text": "x"}], warnings=["w"], changed=[0])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_mutated_replies_raise_only_wire_errors(data: st.DataObject) -> None:
    header = bytearray(VALID)
    for _ in range(data.draw(st.integers(1, 6))):
        header[data.draw(st.integers(0, len(header) - 1))] = data.draw(st.integers(0, 255))
    payload = data.draw(st.binary(max_size=24))
    try:
        wire.decode_reply(bytes(header), payload, NONCE)
    except wire.WireError:
        return
