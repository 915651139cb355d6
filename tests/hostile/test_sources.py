"""Has the judge read texts that are hard to read: none may break it, and none may take it long.

What reads a submission's text without running it, Python's parser, the static analysis and what draws the page,
works in the judge itself, where nothing stops it.
"""

import io
import time
from pathlib import Path

import msgspec.structs
import pytest
from rich.console import Console

from grader.errors import InputError
from grader.pipeline import _without_running
from grader.report.exports import to_json
from grader.report.html import render_html
from grader.report.terminal import print_grade
from grader.results import Exercise, Submission
from grader.sandbox.modules import mentioned
from grader.static import MAX_CHARACTERS, MAX_LINE, MAX_LINES, examine
from grader.submission import read_submission

PROCESSOR_SECONDS = 6.0
"""Of processor time, so that a busy machine does not matter. Honest texts take 0.05, those below once took minutes."""

LINE, LINES = MAX_LINE - 30, MAX_CHARACTERS // MAX_LINE


def lines(line: str) -> str:
    """Return as many copies of a line as a submission may hold."""
    return "\n".join([line] * min(MAX_CHARACTERS // (len(line) + 1), MAX_LINES - 20))


def continued(piece: str, first: str = "x = ", last: str = "1") -> str:
    """Return one statement, of copies of a piece, that goes over as many lines as a submission may hold."""
    return first + f"{piece * (LINE // len(piece))}\\\n" * (LINES - 2) + last


WITHIN = {
    "operators without end": continued("- "),
    "a sum of many terms": continued("1+"),
    "comparisons": continued("1<"),
    "calls of calls": continued("()", "x = a", ""),
    "a long list": f"x = [\n{lines('1,' * 900)[:-2000]}]",
    "f-string of many expressions": "x = f'''" + f"{'{x}' * 600}\n" * 34 + "'''",
    "f-string of formats": "x = f'''" + f"{'{x:{y}}' * 270}\n" * 33 + "'''",
    "many f-strings in a row": continued("f'{a}'", last="''"),
    "an f-string that cannot be written again": "if f'{\"\x01\"}':\n    pass\n",
    "accents on one letter": lines("a" + "\u0301\u0323" * (LINE // 2)),
    "a module in a module": continued(".a", "import numpy", ".a"),
    "dots of an import": continued(".", "from ", " import x"),
    "blank lines": lines(" " * 12),
    "blank lines in a text": f"'''{lines(' ' * 12)}'''",
    "nothing but line ends": "\n" * (MAX_LINES - 1),
    "match and blanks": lines("match" + " " * LINE),
    "case and blanks": lines(" " * LINE + "case"),
    "a format of noughts": lines(f"'%{'0' * LINE}'"),
    "a format of braces": lines(f"'{'{a' * (LINE // 2)}'"),
    "names of characters that do not close": lines("'" + "\\N{" * (LINE // 3)),
    "escapes": lines("'" + "\\" * LINE),
    "quotes": lines("'" * LINE),
    "decorators": lines("@a @a @a @a"),
    "no Python at all": lines("$" * LINE),
    "a loop for each line": "def f(X):\n" + " for i in range(len(X)):0\n" * 2400,
    "arguments and shapes": f"def f(X{''.join(f',a{i}' for i in range(300))}):\n" + " n,m=X.shape\n" * 4800,
    "functions in functions": "".join(f"{' ' * i}def f({'abcdefgh'[i % 8]}):\n" for i in range(90))
    + f"{' ' * 91}x=len(a)\n" * 500,
    "blocks in blocks": "".join(" " * i + "if 1:\n" for i in range(99)) + " " * 99 + "pass\n",
    "brackets": "x=" + "[" * 199 + "]" * 199,
    "brackets that do not close": "x=" + "f(a=(" * 60 + "a b",
    "a number of many digits": lines("x = 0x" + "f" * LINE),
    "a number of more digits than Python reads": "x = 1" + "_1" * (LINE // 2),
    "a null byte": "x = 1\0",
    "half a character": "x = '\ud800'",
    "marks of the byte order": "\ufeff" * LINE,
}

BEYOND = {
    "a line": ("x = 1\n#" + "x" * MAX_LINE, "Line 2 has 2,001 characters"),
    "a number": (f"if 0x{'f' * 900_000}:\n    pass\n", "Line 1 has 900,006 characters"),
    "the text": ("# word\n" * 10_000, "The file has 70,000 characters"),
    "the lines": ("\n" * MAX_LINES, "The file has 5,001 lines"),
}


def draw(exercise: Exercise, submission: Submission) -> str:
    """Return the page of a text that could not be graded, having drawn it in every other way, too."""
    grade = msgspec.structs.replace(_without_running(exercise, submission, seed=1), verdict="invalid")
    print_grade(grade, Console(file=io.StringIO(), width=80, highlight=False))
    to_json(grade)
    return render_html(grade)


@pytest.mark.parametrize("name", WITHIN)
def test_reading_it_comes_to_an_end(linear: Exercise, name: str) -> None:
    source = WITHIN[name]
    started = time.thread_time()
    submission = examine(linear, "submission.py", source)
    mentioned(source)
    draw(linear, submission)
    assert time.thread_time() - started < PROCESSOR_SECONDS
    # otherwise it has not been read
    assert submission.invalid is None or submission.invalid.kind != "size"


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_too_large_is_not_read(linear: Exercise, name: str) -> None:
    source, says = BEYOND[name]
    submission = examine(linear, "submission.py", source)
    assert submission.invalid is not None
    assert says in submission.invalid.says
    assert says in draw(linear, submission)
    assert submission.source == ""


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "zlib", "hex", "rot13", "utf-16", "none"])
def test_an_encoding_of_its_choice(linear: Exercise, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "submission.py"
    path.write_bytes(f"# -*- coding: {encoding} -*-\n".encode() + b"xxxx\x1b$B" * 1000)
    with pytest.raises(InputError, match="save it as UTF-8"):
        read_submission(linear, path)


def test_half_a_character_is_named(linear: Exercise, tmp_path: Path) -> None:
    path = tmp_path / "submission.py"
    path.write_bytes(b"# -*- coding: raw_unicode_escape -*-\nx = '\\ud800'\n")
    submission = read_submission(linear, path)
    assert submission.invalid is not None
    assert "half a character" in submission.invalid.says
    draw(linear, submission).encode()
