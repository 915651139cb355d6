"""Unpacks what was packed, in one stream or many, and ends where it must."""

import bz2
import gzip
import lzma
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.handins import unpack as module
from grader.handins.members import Refused
from grader.handins.unpack import Compression, unpack

PACK: dict[Compression, Callable[[bytes], bytes]] = {
    "none": bytes,
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
}
PACKED: list[Compression] = ["gzip", "bzip2", "xz"]
NOISE = random.Random(1).randbytes(300_000)


@pytest.fixture
def unpacked(tmp_path: Path) -> Callable[[Compression, bytes], bytes]:
    """Returns what a content unpacks to, read in odd portions."""

    def run(compression: Compression, content: bytes) -> bytes:
        (tmp_path / "x").write_bytes(content)
        with open(tmp_path / "x", "rb", buffering=0) as file, unpack(file, compression) as stream:
            return b"".join(iter(lambda: stream.read(7_777), b""))

    return run


@pytest.mark.parametrize("compression", PACK)
@pytest.mark.parametrize("content", [b"", b"x", NOISE, b"\0" * 3_000_000], ids=["nothing", "one", "noise", "zeros"])
def test_it_is_what_was_packed(
    unpacked: Callable[[Compression, bytes], bytes], compression: Compression, content: bytes
) -> None:
    assert unpacked(compression, PACK[compression](content)) == content


@pytest.mark.parametrize("compression", PACKED)
@pytest.mark.parametrize("padding", [0, 1, 100_000])
def test_streams_may_follow_one_another(
    unpacked: Callable[[Compression, bytes], bytes], compression: Compression, padding: int
) -> None:
    pack = PACK[compression]
    assert unpacked(compression, pack(b"a" * 100_000) + pack(b"") + pack(NOISE) + b"\0" * padding) == (
        b"a" * 100_000 + NOISE
    )


@pytest.mark.parametrize("compression", PACKED)
def test_what_is_cut_short_ends_with_an_error(
    unpacked: Callable[[Compression, bytes], bytes], compression: Compression
) -> None:
    for content in (NOISE, b"\0" * 1_000_000):
        packed = PACK[compression](content)
        for end in (len(packed) // 2, len(packed) - 1):
            with pytest.raises(EOFError):
                unpacked(compression, packed[:end])


@pytest.mark.parametrize("compression", PACKED)
def test_what_is_damaged_is_refused(unpacked: Callable[[Compression, bytes], bytes], compression: Compression) -> None:
    packed = bytearray(PACK[compression](NOISE))
    packed[len(packed) // 2] ^= 1
    with pytest.raises(Refused, match="It is damaged"):
        unpacked(compression, bytes(packed))
    with pytest.raises(Refused, match="It is damaged"):
        unpacked(compression, PACK[compression](b"x") + b"nonsense" * 9)


def test_streams_have_a_number(unpacked: Callable[[Compression, bytes], bytes]) -> None:
    with pytest.raises(Refused, match="more than 20,000 compressed streams"):
        unpacked("gzip", gzip.compress(b"") * 20_001)


def test_xz_has_a_memory(unpacked: Callable[[Compression, bytes], bytes]) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 30}]
    with pytest.raises(Refused, match="Memory usage limit"):
        unpacked("xz", lzma.compress(b"x", filters=filters))
    assert unpacked("xz", lzma.compress(b"x", preset=9 | lzma.PRESET_EXTREME)) == b"x"


def test_bzip2_has_a_size(unpacked: Callable[[Compression, bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BZIP2", 100)
    assert unpacked("bzip2", bz2.compress(b"x")) == b"x"
    with pytest.raises(Refused, match="takes too long for bzip2"):
        unpacked("bzip2", bz2.compress(NOISE))


@pytest.mark.parametrize("compression", PACK)
def test_it_has_an_end(
    unpacked: Callable[[Compression, bytes], bytes], compression: Compression, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_UNPACKED", 1_000_000)
    assert len(unpacked(compression, PACK[compression](b"\0" * 1_000_000))) == 1_000_000
    with pytest.raises(Refused, match="unpacks to more than"):
        unpacked(compression, PACK[compression](b"\0" * 1_000_001))
