"""Reads archives that were made to harm whoever opens them."""

import bz2
import io
import os
import random
import shutil
import stat
import struct
import subprocess
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.handins import archives, members
from grader.handins.intake import open_hand_in
from grader.results import HandIn, Returned

SOURCE = "class LinearRegression:\n    pass\n"


def opened(path: Path, content: bytes) -> Returned:
    path.write_bytes(content)
    return open_hand_in(HandIn("ann", str(path)))


@pytest.fixture
def from_zip(tmp_path: Path) -> Iterator[Callable[[bytes], Returned]]:
    """Opens a zip, and sees to it that nothing but it is in the folder afterwards."""
    yield lambda content: opened(tmp_path / "ann.zip", content)
    assert os.listdir(tmp_path) == ["ann.zip"]


@pytest.fixture
def from_tar(tmp_path: Path) -> Iterator[Callable[[bytes], Returned]]:
    """Opens a tar, and sees to it that nothing but it is in the folder afterwards."""
    yield lambda content: opened(tmp_path / "ann.tar", content)
    assert os.listdir(tmp_path) == ["ann.tar"]


def zip_of(*entries: tuple[str | zipfile.ZipInfo, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            archive.writestr(info, content, compress_type=compression)
    return buffer.getvalue()


def tar_of(*entries: tuple[str | tarfile.TarInfo, bytes], mode: str = "w", style: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode, format=style, errors="surrogateescape") as archive:
        for name, content in entries:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


# ----------------------------------------------------------------------- names

NAMES = [
    ("../../etc/linear.py", "", "points out of the hand-in, and was passed over"),
    ("a/../../linear.py", "", "points out of the hand-in, and was passed over"),
    ("..\\..\\linear.py", "", "points out of the hand-in, and was passed over"),
    ("/etc/linear.py", "etc/linear.py", "is an absolute path: it was read as etc/linear.py"),
    ("C:\\Users\\ann\\linear.py", "Users/ann/linear.py", "is an absolute path: it was read as Users/ann/linear.py"),
    ("C:linear.py", "linear.py", "is an absolute path: it was read as linear.py"),
    ("\\\\host\\share\\linear.py", "host/share/linear.py", "is an absolute path"),
    ("exercises\\linear.py", "exercises/linear.py", ""),
    ("./exercises//linear.py", "exercises/linear.py", ""),
    ("a\x1b[2J\u202e.py", "a\\x1b[2J\\u202e.py", ""),
    ("a\nb\tc.py", "a\\nb\\tc.py", ""),
    ("<script>.py", "<script>.py", ""),
    ("x" * 3000 + ".py", "", "is a name of 3003 characters, and was passed over"),
    ("d/" * 100 + "x.py", "", "lies more than 40 folders deep, and was passed over"),
    ("été/linéaire.py", "été/linéaire.py", ""),
]


@pytest.mark.parametrize(("name", "path", "note"), NAMES)
@pytest.mark.parametrize("kind", ["zip", "pax", "gnu"])
def test_names_are_labels(tmp_path: Path, kind: str, name: str, path: str, note: str) -> None:
    entries = ((name, SOURCE.encode()), ("other.py", b"x = 1\n"))
    style = tarfile.GNU_FORMAT if kind == "gnu" else tarfile.PAX_FORMAT
    returned = opened(tmp_path / "ann", zip_of(*entries) if kind == "zip" else tar_of(*entries, style=style))
    assert returned.texts == ({path: SOURCE} if path else {}) | {"other.py": "x = 1\n"}
    assert len(returned.notes) == bool(note)
    assert note in "".join(returned.notes)
    assert returned.refused == ""
    assert os.listdir(tmp_path) == ["ann"]


def test_member_without_a_name_harms_no_other(from_zip: Callable[[bytes], Returned]) -> None:
    content = zip_of(("x", "x = 1"), ("linear.py", SOURCE))
    start = content.find(b"PK\x01\x02")
    # the name becomes the comment
    lengths = struct.pack("<3H", 0, 0, 1)
    assert from_zip(content[: start + 28] + lengths + content[start + 34 :]).texts == {"linear.py": SOURCE}


def test_tar_names_in_no_encoding_are_shown_as_escapes(from_tar: Callable[[bytes], Returned]) -> None:
    assert list(from_tar(tar_of((os.fsdecode(b"a\xff.py"), b"x = 1"), style=tarfile.GNU_FORMAT)).texts) == [
        "a\\udcff.py"
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("build", [zip_of, tar_of])
def test_last_of_a_name_counts(tmp_path: Path, build: Callable[..., bytes]) -> None:
    entries = (("linear.py", b"x = 1"), ("./linear.py", b"x = 2"), ("Linear.py", b"x = 3"), ("linear.py", b"x = 4"))
    returned = opened(tmp_path / "ann", build(*entries))
    assert returned.texts == {"linear.py": "x = 4", "Linear.py": "x = 3"}
    assert returned.notes == ("linear.py is there twice: the last one counts.",)


# ------------------------------------------------------ what is neither nor


def unix(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def test_links_and_devices_in_a_zip_are_noted(from_zip: Callable[[bytes], Returned]) -> None:
    returned = from_zip(
        zip_of(
            (unix("linear.py", stat.S_IFLNK | 0o777), "/etc/passwd"),
            (unix("pipe.py", stat.S_IFIFO | 0o644), ""),
            (unix("device.py", stat.S_IFCHR | 0o644), ""),
            (unix("logistic.py", stat.S_IFREG | 0o644), SOURCE),
            (unix("plain.py", 0o644), SOURCE),
        )
    )
    assert list(returned.texts) == ["logistic.py", "plain.py"]
    assert returned.notes == (
        "linear.py is a link, which is not followed.",
        "pipe.py is neither a file nor a folder.",
        "device.py is neither a file nor a folder.",
    )


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def test_links_and_devices_in_a_tar_are_noted(from_tar: Callable[[bytes], Returned]) -> None:
    returned = from_tar(
        tar_of(
            (special("folder", tarfile.DIRTYPE), b""),
            (special("linear.py", tarfile.SYMTYPE, "/etc/passwd"), b""),
            (special("folder/hard.py", tarfile.LNKTYPE, "../../../etc/passwd"), b""),
            (special("pipe.py", tarfile.FIFOTYPE), b""),
            (special("device.py", tarfile.CHRTYPE), b""),
            (special("disk.py", tarfile.BLKTYPE), b""),
            (special("odd.py", b"Z"), b"x = 1"),
            ("logistic.py", SOURCE.encode()),
        )
    )
    assert returned.texts == {"logistic.py": SOURCE}
    assert [note.split(" ", 1) for note in returned.notes] == [
        ["linear.py", "is a link, which is not followed."],
        ["folder/hard.py", "is a link, which is not followed."],
        *([name, "is neither a file nor a folder."] for name in ("pipe.py", "device.py", "disk.py", "odd.py")),
    ]


def test_sparse_file_is_refused(from_tar: Callable[[bytes], Returned]) -> None:
    assert "sparse file" in from_tar(tar_of((special("linear.py", tarfile.GNUTYPE_SPARSE), b"x = 1"))).refused


# ---------------------------------------------------------------------- locked


def encrypt(content: bytes, *names: bytes) -> bytes:
    """Set the flag that says encrypted, in the table of contents and in front of the member."""
    changed = bytearray(content)
    for signature, flags, name in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        start = content.find(signature)
        while start >= 0:
            if any(content.startswith(wanted, start + name) for wanted in names):
                changed[start + flags] |= 1
            start = content.find(signature, start + 1)
    return bytes(changed)


def test_encrypted_zip_is_refused(from_zip: Callable[[bytes], Returned]) -> None:
    returned = from_zip(encrypt(zip_of(("linear.py", SOURCE), ("README.md", "x")), b"linear.py", b"README.md"))
    assert returned.refused == "It is encrypted: ask for one without a password."
    assert returned.notes == ("linear.py is encrypted.", "README.md is encrypted.")


@pytest.mark.skipif(shutil.which("zip") is None, reason="no zip program here")
def test_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    (tmp_path / "linear.py").write_text(SOURCE)
    subprocess.run(["zip", "-q", "-P", "secret", "ann.zip", "linear.py"], cwd=tmp_path, check=True)
    assert "encrypted" in open_hand_in(HandIn("ann", str(tmp_path / "ann.zip"))).refused


def test_rest_of_a_partly_encrypted_zip_is_read(from_zip: Callable[[bytes], Returned]) -> None:
    returned = from_zip(encrypt(zip_of(("linear.py", SOURCE), ("logistic.py", SOURCE)), b"linear.py"))
    assert list(returned.texts) == ["logistic.py"]
    assert returned.notes == ("linear.py is encrypted.",)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression_is_noted(from_zip: Callable[[bytes], Returned], compression: int) -> None:
    returned = from_zip(zip_of(("linear.py", SOURCE), compression=compression))
    assert returned.refused == "None of its Python files can be read."
    assert returned.notes == ("linear.py is compressed in an unusual way, and was not read.",)


# --------------------------------------------------------------------- damaged


def noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)


def test_zip_without_its_end_is_refused(from_zip: Callable[[bytes], Returned]) -> None:
    content = zip_of(("linear.py", SOURCE), ("noise.bin", noise(100_000)))
    assert "It is damaged (File is not a zip file): ask for it again." in from_zip(content[:-50_000]).refused


def test_member_with_a_wrong_checksum_is_not_read(from_zip: Callable[[bytes], Returned]) -> None:
    content = zip_of(("linear.py", SOURCE), ("logistic.py", SOURCE), compression=zipfile.ZIP_STORED)
    returned = from_zip(content.replace(b"pass", b"fail", 1))
    assert list(returned.texts) == ["logistic.py"]
    assert "linear.py cannot be read (Bad CRC-32" in returned.notes[0]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz", "w:bz2"])
def test_what_came_before_the_end_of_a_short_tar_is_read(from_tar: Callable[[bytes], Returned], mode: str) -> None:
    entries = (("linear.py", SOURCE.encode()), ("noise.bin", noise(4_000_000)), ("logistic.py", b"x = 1"))
    content = tar_of(*entries, mode=mode)
    returned = from_tar(content[: len(content) // 2])
    assert returned.texts == {"linear.py": SOURCE}
    assert returned.notes == ("It is cut short: what came before that was read.",)


def test_member_that_is_cut_short_is_not_read(from_tar: Callable[[bytes], Returned]) -> None:
    content = tar_of(("logistic.py", b"x = 1"), ("linear.py", b"x = 2\n" * 1000))
    returned = from_tar(content[:3000])
    assert list(returned.texts) == ["logistic.py"]
    assert returned.notes[0] == "linear.py cannot be read (it is cut short)."


@pytest.mark.parametrize("mode", ["w:gz", "w:xz", "w:bz2"])
def test_tar_with_a_wrong_checksum_is_refused(from_tar: Callable[[bytes], Returned], mode: str) -> None:
    content = bytearray(tar_of(("linear.py", SOURCE.encode()), ("noise.bin", noise(3_000_000)), mode=mode))
    content[len(content) // 2] ^= 1
    returned = from_tar(bytes(content))
    assert returned.texts == {}
    assert returned.refused.startswith("It is damaged (")


def test_tar_with_a_damaged_header_is_refused(from_tar: Callable[[bytes], Returned]) -> None:
    content = bytearray(tar_of(("linear.py", SOURCE.encode()), ("logistic.py", SOURCE.encode())))
    content[1024] ^= 1
    assert "It is damaged (bad checksum)" in from_tar(bytes(content)).refused


# ----------------------------------------------------------------------- bombs


def test_zip_bomb_is_read_to_its_limit_only(from_zip: Callable[[bytes], Returned]) -> None:
    returned = from_zip(zip_of(("linear.py", b"#" * 300_000_000), ("logistic.py", SOURCE)))
    assert list(returned.texts) == ["logistic.py"]
    assert returned.notes == ("linear.py is larger than 1 MiB, far more than any solution.",)


def test_many_small_bombs_are_refused(from_zip: Callable[[bytes], Returned]) -> None:
    returned = from_zip(zip_of(*((f"{number}.py", b"#" * 1_000_000) for number in range(20))))
    assert returned.texts == {}
    assert "texts come to more than 16 MiB" in returned.refused


def test_entries_that_overlap_are_refused(from_zip: Callable[[bytes], Returned]) -> None:
    # one member, which the table of contents lists a thousand times
    content = zip_of(("linear.py", b"#" * 1_000_000))
    start, end = content.find(b"PK\x01\x02"), content.find(b"PK\x05\x06")
    table = content[start:end] * 1000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1000, 1000, len(table), start, 0)
    returned = from_zip(content[:start] + table + tail)
    assert returned.texts == {}
    assert returned.refused


def test_size_that_is_a_lie_is_found_out(from_zip: Callable[[bytes], Returned]) -> None:
    content = zip_of(("linear.py", b"#" * 1_000_000), ("logistic.py", SOURCE))
    lie = content.replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
    returned = from_zip(lie)
    assert list(returned.texts) == ["logistic.py"]
    assert "linear.py cannot be read" in returned.notes[0]


def test_table_of_contents_has_a_size(from_zip: Callable[[bytes], Returned]) -> None:
    size = archives.MAX_CONTENTS + 1
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, size, 4, 0)
    assert "table of contents" in from_zip(b"PK\x03\x04" + b"\0" * size + tail).refused


def test_members_have_a_number(from_zip: Callable[[bytes], Returned], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MAX_MEMBERS", 10)
    assert "more than 10 files" in from_zip(zip_of(*((f"{number}.txt", "") for number in range(11)))).refused


@pytest.mark.parametrize("compress", [zlib.compress, bz2.compress], ids=["gzip", "bzip2"])
def test_tar_bomb_is_refused(from_tar: Callable[[bytes], Returned], compress: Callable[[bytes], bytes]) -> None:
    head = tar_of(("linear.py", SOURCE.encode()))[:1024]
    huge = tarfile.TarInfo("data.bin")
    huge.size = 10**10
    start = head + huge.tobuf()
    if compress is bz2.compress:
        piece = bz2.compress(b"\0" * 100_000_000)
        content = bz2.compress(start) + piece * 6
    else:
        packer = zlib.compressobj(9, wbits=31)
        content = packer.compress(start) + b"".join(packer.compress(b"\0" * 10_000_000) for _ in range(60))
        content += packer.flush()
    assert len(content) < 1_000_000
    returned = from_tar(content)
    assert returned.texts == {}
    assert "unpacks to more than 512 MiB" in returned.refused


def pax_header(size: int) -> bytes:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, size
    return info.tobuf()


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.XGLTYPE])
def test_extended_header_has_a_size(from_tar: Callable[[bytes], Returned], kind: bytes) -> None:
    info = special("x", kind)
    info.size = 10**9
    assert "extended headers are larger" in from_tar(info.tobuf() + b"\0" * 1024).refused


def test_extended_headers_have_a_size_together(from_tar: Callable[[bytes], Returned]) -> None:
    record = b"5 a=\n" * 26_000
    header = pax_header(len(record)) + record + b"\0" * (-len(record) % 512)
    assert "extended headers are larger" in from_tar(header * 200).refused


@pytest.mark.parametrize(
    "record", [b"1" * 100_000, b"0 path=x\n", b"-5 path=x\n", b"9" * 9 + b" path=x\n", b"path=x\n"]
)
def test_bad_extended_header_is_refused_at_once(from_tar: Callable[[bytes], Returned], record: bytes) -> None:
    content = pax_header(len(record)) + record + b"\0" * (-len(record) % 512)
    assert from_tar(content + tar_of(("linear.py", b"x = 1"))).refused


@pytest.mark.parametrize(("size", "says"), [(b"-1", "negative size"), (b"x", "invalid literal"), (b"9" * 12, "")])
def test_extended_header_may_lie_about_the_size(from_tar: Callable[[bytes], Returned], size: bytes, says: str) -> None:
    record = b"%d size=%s\n" % (len(size) + 8 + (len(size) > 1), size)
    content = pax_header(len(record)) + record + b"\0" * (-len(record) % 512)
    returned = from_tar(content + tar_of(("linear.py", b"x = 1")))
    assert returned.texts == {}
    assert says in returned.refused


def test_size_below_zero_is_refused(from_tar: Callable[[bytes], Returned]) -> None:
    info = tarfile.TarInfo("linear.py")
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[124:136] = b"\xff" * 12
    header[148:156] = b"%06o\0 " % (sum(header[:148]) + 256 + sum(header[156:]))
    assert "negative size" in from_tar(bytes(header) + b"\0" * 2048).refused


# --------------------------------------------------------------- real programs


@pytest.mark.skipif(shutil.which("tar") is None, reason="no tar program here")
@pytest.mark.parametrize("style", ["gnu", "pax", "ustar", "v7", "oldgnu"])
def test_tar_program_and_its_long_names(tmp_path: Path, style: str) -> None:
    long = style not in ("ustar", "v7")
    name = ("folder-" * 10 + "/") * (4 if long else 1) + "linear.py"
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(SOURCE)
    command = ["tar", f"--format={style}", "-cf", "ann.tar", name.split("/")[0]]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert open_hand_in(HandIn("ann", str(tmp_path / "ann.tar"))).texts == {name: SOURCE}
