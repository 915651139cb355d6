"""Decodes and opens what may not be a Python text at all."""

import os
from pathlib import Path

import pytest

from grader.errors import InputError
from grader.submission import decode, open_regular


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"x = 1\r\ny = 2\rz = 3\n", "x = 1\ny = 2\nz = 3\n"),
        (b"\xef\xbb\xbfx = 1\n", "x = 1\n"),
        ("# coding: latin-1\nx = 'é'\n".encode("latin-1"), "# coding: latin-1\nx = 'é'\n"),
    ],
)
def test_text_is_decoded_as_python_does(content: bytes, text: str) -> None:
    assert decode(content, "x.py") == text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"x = 1\0", "binary file"),
        (b"x = '\xe9'", "UTF-8"),
        (b"# coding: nonsense\n", "UTF-8"),
        (b"# coding: hex\n", "UTF-8"),
        (b"# coding: undefined\n", "UTF-8"),
        (b"# coding: PunyCode\n" + b"a" * 500_000 + b"-" + b"ab" * 250_000, "UTF-8"),
        (b"# coding: idna\n" + b"xn--" + b"a" * 1_000_000, "UTF-8"),
    ],
    ids=["null", "latin", "nonsense", "no text", "undefined", "punycode", "idna"],
)
def test_what_is_no_text_is_an_input_error(content: bytes, says: str) -> None:
    with pytest.raises(InputError, match=f"^x.py is .*{says}"):
        decode(content, "x.py")


def test_nothing_but_a_regular_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("x = 1\n")
    (tmp_path / "link.py").symlink_to("x.py")
    os.mkfifo(tmp_path / "pipe.py")
    with open_regular(tmp_path / "x.py") as file:
        assert file.read() == b"x = 1\n"
    for name, says in (("link.py", "symbolic link"), ("pipe.py", "not a regular"), (".", "not a regular")):
        with pytest.raises(InputError, match=says):
            open_regular(tmp_path / name)
