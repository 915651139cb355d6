"""Lists what came back, and reads it in every layout."""

import bz2
import gzip
import io
import lzma
import os
import random
import re
import subprocess
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from grader.catalog import load_catalog
from grader.errors import InputError
from grader.handins import intake
from grader.handins.intake import list_hand_ins, open_hand_in
from grader.handins.locate import locate
from grader.results import HandIn, Returned
from grader.sandbox.wire import clean_text

SOURCE = "class LinearRegression:\n    pass\n"


def opened(path: Path) -> Returned:
    return open_hand_in(HandIn("ann", str(path)))


def write(path: Path, content: str | bytes = SOURCE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def make_zip(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def make_tar(path: Path, files: dict[str, str], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


# ------------------------------------------------------------------- listing


def test_every_entry_of_a_folder_is_a_hand_in(tmp_path: Path) -> None:
    for name in ("cem.zip", "ann.py", "dora.tar.gz", "bob.bundle", "eve.pdf", "fay.PY.TXT"):
        write(tmp_path / name)
    (tmp_path / "gil").mkdir()
    for name in (".DS_Store", "Thumbs.db", "__MACOSX/x"):
        write(tmp_path / name)
    hand_ins = list_hand_ins([tmp_path])
    assert [hand_in.candidate for hand_in in hand_ins] == ["ann", "bob", "cem", "dora", "eve.pdf", "fay", "gil"]
    assert hand_ins[0].path == str(tmp_path / "ann.py")


@pytest.mark.parametrize("mark", ["exercises/linear.py", "handout.json", "normal_equation.py"])
def test_what_was_handed_out_is_one_hand_in(tmp_path: Path, mark: str) -> None:
    write(tmp_path / "ann" / mark)
    write(tmp_path / "ann" / "notes.py")
    assert list_hand_ins([tmp_path / "ann"]) == (HandIn("ann", str(tmp_path / "ann")),)
    assert [hand_in.candidate for hand_in in list_hand_ins([tmp_path])] == ["ann"]


def test_paths_are_taken_together_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in" / "bob.py")
    write(tmp_path / "ann.py")
    monkeypatch.chdir(tmp_path)
    paths = [Path("in"), Path("ann.py"), tmp_path / "in" / "bob.py", Path("./in/../ann.py")]
    assert list_hand_ins(paths) == (HandIn("ann", "ann.py"), HandIn("bob", "in/bob.py"))


def test_candidates_are_told_apart(tmp_path: Path) -> None:
    for name in ("ann.zip", "ann.py", "ann-2.tar", "Ann.tgz", "x/ann.zip"):
        write(tmp_path / name)
    paths = [tmp_path / name for name in ("ann.py", "ann.zip", "ann-2.tar", "Ann.tgz", "x/ann.zip")]
    found = list_hand_ins(paths)
    assert found == list_hand_ins(paths[::-1])
    assert len({hand_in.candidate.casefold() for hand_in in found}) == len(paths)
    assert {hand_in.candidate for hand_in in found} == {"Ann", "ann-2", "ann-3", "ann-4", "ann-5"}


def test_many_of_one_name_are_told_apart_in_no_time(tmp_path: Path) -> None:
    paths = [write(tmp_path / str(number) / "ann.py") for number in range(2000)]
    assert len({hand_in.candidate for hand_in in list_hand_ins(paths)}) == 2000


@pytest.mark.parametrize(
    ("name", "candidate"),
    [
        ("ann smith (1).zip", "ann smith (1)"),
        ("Анна.zip", "Анна"),
        ("ann.v2.tar.xz", "ann.v2"),
        ("..zip", "unnamed"),
        ("-rf.py", "rf"),
        ("=cmd().py", "cmd()"),
        ("a\x1b[2Jb\u202e\n<i>.zip", "a_[2Jb___i_"),
        ("a\\b:c.zip", "a_b_c"),
        ("x" * 200 + ".zip", "x" * 60),
        (os.fsdecode(b"a\xff.zip"), "a_"),
    ],
)
def test_candidate_can_be_shown_and_be_a_file(tmp_path: Path, name: str, candidate: str) -> None:
    write(tmp_path / name)
    (hand_in,) = list_hand_ins([tmp_path / name])
    assert hand_in.candidate == candidate
    assert hand_in.path == str(tmp_path / name)


def test_listing_opens_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to("nowhere")
    assert [hand_in.candidate for hand_in in list_hand_ins([tmp_path])] == ["gone", "pipe"]


@pytest.mark.parametrize(("path", "says"), [("nowhere", "does not exist"), ("empty", "holds no hand-in")])
def test_nothing_to_list_is_an_input_error(tmp_path: Path, path: str, says: str) -> None:
    write(tmp_path / "empty" / ".DS_Store")
    with pytest.raises(InputError, match=says):
        list_hand_ins([tmp_path / path])


def test_unreadable_folder_is_an_input_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    # nothing is closed to root, as which CI may run
    monkeypatch.setattr(intake.os, "listdir", refuse)
    with pytest.raises(InputError, match="cannot be read: Permission denied"):
        list_hand_ins([tmp_path])


# ------------------------------------------------------------------- layouts


LAYOUT = {
    "repo-main/exercises/linear.py": SOURCE,
    "repo-main/handout.json": '{"id": "h-1", "more": [1]}',
    "repo-main/.git/hooks/x.py": "1",
    "repo-main/.venv/lib/x.py": "1",
    "repo-main/env/lib/python3.11/site-packages/sklearn/linear.py": "1",
    "repo-main/node_modules/x.py": "1",
    "repo-main/exercises/__pycache__/x.py": "1",
    "repo-main/README.md": "# me",
    "__MACOSX/repo-main/exercises/._linear.py": "1",
}


def as_folder(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        write(path / name, text)
    return path


def as_tar(mode: str) -> Callable[[Path, dict[str, str]], Path]:
    return lambda path, files: make_tar(path, files, mode)


def make_bundle(path: Path, files: dict[str, str]) -> Path:
    repository = path.parent / "repository"
    as_folder(repository, {name: text for name, text in files.items() if "/.git/" not in name})
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    author = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    for command in (["init", "-q"], ["add", "-f", "."], [*author, "commit", "-qm", "work"]):
        subprocess.run(["git", *command], cwd=repository, env=environment, check=True)
    subprocess.run(["git", "bundle", "create", "-q", path, "--all"], cwd=repository, env=environment, check=True)
    return path


CONTAINERS = {
    "bundle": make_bundle,
    "folder": as_folder,
    "zip": make_zip,
    "tar": as_tar("w"),
    "tar.gz": as_tar("w:gz"),
    "tar.xz": as_tar("w:xz"),
    "tar.bz2": as_tar("w:bz2"),
}


@pytest.mark.parametrize("kind", CONTAINERS)
@pytest.mark.parametrize("named", [True, False], ids=["named", "unnamed"])
def test_texts_are_the_same_in_every_container(tmp_path: Path, kind: str, named: bool) -> None:
    path = CONTAINERS[kind](tmp_path / (f"ann.{kind}" if named else "ann"), LAYOUT)
    assert opened(path) == Returned({"repo-main/exercises/linear.py": SOURCE}, handout="h-1")


def test_python_file_is_a_hand_in(tmp_path: Path) -> None:
    assert opened(write(tmp_path / "ann.py")) == Returned({"ann.py": SOURCE})
    assert opened(write(tmp_path / "Ann.PY.TXT")) == Returned({"Ann.PY.TXT": SOURCE})


def test_python_text_of_another_name_is_read(tmp_path: Path) -> None:
    returned = opened(write(tmp_path / "ann.txt"))
    assert returned.texts == {"ann.txt.py": SOURCE}
    assert returned.notes == ("ann.txt is not called .py, and was read as Python all the same.",)


@pytest.mark.parametrize("name", ["Ann Smith_123.zip", "sub/x.tar"])
def test_one_archive_in_a_folder_is_opened(tmp_path: Path, name: str) -> None:
    inner = {"linear.py": SOURCE, "inner.zip": "PK"}
    write(tmp_path / "ann" / name)
    (make_zip if name.endswith("zip") else make_tar)(tmp_path / "ann" / name, inner)
    write(tmp_path / "ann" / "onlinetext.html", "see file")
    write(tmp_path / "ann" / "._x.zip", "")
    returned = opened(tmp_path / "ann")
    assert returned.texts == {"linear.py": SOURCE}
    assert returned.notes == ("inner.zip is an archive within, and was not opened.",)


def test_archives_beside_a_python_file_are_not_opened(tmp_path: Path) -> None:
    write(tmp_path / "linear.py")
    make_zip(tmp_path / "old.zip", {"old.py": SOURCE})
    returned = opened(tmp_path)
    assert returned.texts == {"linear.py": SOURCE}
    assert returned.notes == ("old.zip is an archive within, and was not opened.",)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("cv.pdf", b"%PDF-1.7 ...", "cv.pdf is neither a Python file nor an archive"),
        ("x.ipynb", b'{"cells": []}', "It is a notebook"),
        ("x.rar", b"Rar!\x1a\x07\x00", "RAR archive"),
        ("x.7z", b"7z\xbc\xaf\x27\x1c", "7z archive"),
        ("x.tar.zst", b"\x28\xb5\x2f\xfd", "zstd archive"),
        ("x.zip", b"", "It is empty"),
        ("x.zip", b"<html>not found</html>", "It is damaged .*not a zip"),
        ("x.tar", b"<html>not found</html>" * 50, "It is damaged"),
        ("linear.py", b"x = 1\0", "None of its Python files can be read"),
    ],
)
def test_what_cannot_be_graded_says_why(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    returned = opened(write(tmp_path / name, content))
    assert returned.texts == {}
    assert re.search(says, returned.refused)


def test_nothing_but_files_of_the_folder_is_read(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret" / "linear.py", "SECRET = 1")
    folder = tmp_path / "ann"
    write(folder / "logistic.py")
    (folder / "linear.py").symlink_to(secret)
    (folder / "more").symlink_to(secret.parent)
    os.mkfifo(folder / "pipe.py")
    returned = opened(folder)
    assert returned.texts == {"logistic.py": SOURCE}
    assert returned.notes == (
        "linear.py is a link, which is not followed.",
        "more is a link, which is not followed.",
        "pipe.py is neither a file nor a folder.",
    )


@pytest.mark.parametrize("target", ["secret.py", "secret", "secret.zip", "nowhere"])
def test_link_is_no_hand_in(tmp_path: Path, target: str) -> None:
    write(tmp_path / "secret.py")
    write(tmp_path / "secret" / "linear.py")
    make_zip(tmp_path / "secret.zip", {"linear.py": SOURCE})
    (tmp_path / "ann").symlink_to(target)
    returned = opened(tmp_path / "ann")
    assert returned.texts == {}
    assert "is a symbolic link" in returned.refused


def test_pipe_and_vanished_file_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    assert "is not a regular file" in opened(tmp_path / "pipe.zip").refused
    assert "does not exist" in opened(tmp_path / "gone.zip").refused


def test_file_that_vanishes_is_a_note(tmp_path: Path) -> None:
    write(tmp_path / "linear.py")
    write(tmp_path / "logistic.py")
    members = list(intake._folder_members(tmp_path))
    (tmp_path / "linear.py").unlink()
    returned = intake.gather(members)
    assert list(returned.texts) == ["logistic.py"]
    assert returned.notes == ("linear.py cannot be read (No such file or directory).",)


def test_unreadable_folder_within_is_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "linear.py")
    write(tmp_path / "closed" / "x.py")
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(intake.os, "scandir", refuse)
    assert opened(tmp_path).notes == ("closed cannot be read (Permission denied).",)


def test_folders_have_a_depth(tmp_path: Path) -> None:
    write(tmp_path / "linear.py")
    write(tmp_path.joinpath(*["d"] * 60) / "deep.py")
    returned = opened(tmp_path)
    assert list(returned.texts) == ["linear.py"]
    assert "40 folders deep" in returned.notes[0]
    assert len(returned.notes) == 1


def test_folders_have_a_number_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_MEMBERS", 100)
    monkeypatch.setattr("grader.handins.members.MAX_MEMBERS", 100)
    for number in range(101):
        write(tmp_path / f"{number}.txt")
    assert "more than 100 files" in opened(tmp_path).refused


def test_archive_has_a_size(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip", b"PK\x03\x04")
    os.truncate(path, intake.MAX_ARCHIVE + 1)
    assert "It is larger than 256 MiB" in opened(path).refused


def test_odd_names_in_a_folder_are_shown_as_escapes(tmp_path: Path) -> None:
    write(tmp_path / os.fsdecode(b"a\xff\x1b\n.py"))
    assert list(opened(tmp_path).texts) == ["a\\udcff\\x1b\\n.py"]


# -------------------------------------------------------------------- damage

COMPRESSED = {"tar.gz": gzip.compress, "tar.xz": lzma.compress, "tar.bz2": bz2.compress}


def damage(draw: random.Random, content: bytes) -> bytes:
    """Return ``content`` with some bytes changed, cut out, doubled, or set to what a number may overflow at."""
    damaged = bytearray(content)
    for _ in range(draw.randint(1, 4)):
        start = draw.randrange(len(damaged) + 1)
        end = min(len(damaged), start + draw.choice([1, 2, 4, 12, 100, 600]))
        piece = damaged[start:end]
        damaged[start:end] = draw.choice(
            [
                draw.randbytes(len(piece)),
                b"",
                piece * 2,
                b"\xff" * len(piece),
                b"\0" * len(piece),
                bytes(byte ^ 1 << draw.randrange(8) for byte in piece),
                str(draw.randrange(10**12)).encode(),
                damaged[: end - start],
            ]
        )
    return bytes(damaged)


def damaged_hand_ins(folder: Path, kind: str, count: int) -> Iterator[Path]:
    packed = CONTAINERS["tar" if kind in COMPRESSED else kind](
        folder / f"ann.{kind}", LAYOUT | {"d" * 150 + ".py": "1"}
    )
    content = packed.read_bytes()
    for number in range(count):
        draw = random.Random(number)
        if kind not in COMPRESSED:
            packed.write_bytes(damage(draw, content))
        elif draw.random() < 0.5:
            packed.write_bytes(damage(draw, COMPRESSED[kind](content)))
        else:
            packed.write_bytes(COMPRESSED[kind](damage(draw, content)))
        yield packed


@pytest.mark.parametrize("kind", ["zip", "tar", *COMPRESSED, "bundle"])
@pytest.mark.parametrize("count", [pytest.param(100), pytest.param(50_000, marks=pytest.mark.fuzz)])
def test_damaged_archive_comes_back_as_data(tmp_path: Path, kind: str, count: int) -> None:
    exercises = load_catalog()
    graded = refused = 0
    for path in damaged_hand_ins(tmp_path, kind, count if kind != "bundle" else count // 5):
        returned = opened(path)
        msgspec.json.encode(returned)
        assert bool(returned.refused) != bool(returned.texts)
        assert all(clean_text(text) == text for text in (*returned.notes, *returned.texts, returned.refused))
        locate(exercises, returned)
        graded += bool(returned.texts)
        refused += bool(returned.refused)
    # git checks the whole of a bundle first
    assert graded or kind == "bundle"
    assert refused
    assert [path.name for path in tmp_path.iterdir() if path.name != "repository"] == [f"ann.{kind}"]
