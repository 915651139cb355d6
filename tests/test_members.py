"""Gathers members that no archive would hold together, and keeps what it says of them short."""

import io
from collections.abc import Iterator

import pytest

from grader.handins.members import MAX_NOTES, MAX_READ, Member, Refused, gather, is_passed_over
from grader.results import Returned


def member(name: str, content: bytes = b"x = 1\n") -> Member:
    return Member(name, io.BytesIO(content).read)


def failing(error: Exception) -> Member:
    def read(limit: int) -> bytes:
        raise error

    return Member("linear.py", read)


def test_only_python_texts_are_read() -> None:
    others = ("README.md", "data.csv", "linear.pyc", "py", "linear.py.bak", "folder.py/x.txt")
    assert gather([member("linear.py"), *map(member, others)]) == Returned({"linear.py": "x = 1\n"})


@pytest.mark.parametrize(
    ("members", "refused"),
    [
        ([], "It holds no Python file."),
        ([member("x.txt")], "It holds no Python file."),
        ([Member("folder.py")], "It holds no Python file."),
        ([member("linear.py", b"\0")], "None of its Python files can be read."),
        ([Member("linear.py", obstacle="is encrypted")], "It is encrypted: ask for one without a password."),
    ],
)
def test_nothing_to_grade_says_why(members: list[Member], refused: str) -> None:
    assert gather(members).refused == refused


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (b"x = 1\0", "linear.py is a binary file, not Python text."),
        (b"\xff\xfe", "linear.py is not valid UTF-8 text: save it as UTF-8 and try again."),
        (b"#" * 1_048_577, "linear.py is larger than 1 MiB, far more than any solution."),
    ],
)
def test_file_that_is_no_text_is_a_note(content: bytes, note: str) -> None:
    assert gather([member("linear.py", content), member("a.py")]) == Returned({"a.py": "x = 1\n"}, notes=(note,))


def test_notebook_is_a_note() -> None:
    returned = gather([member("linear.ipynb", b"{}"), member("a.py"), member(".ipynb_checkpoints/a.py")])
    assert returned.notes == ("linear.ipynb is a notebook, which is not graded.",)


@pytest.mark.parametrize("error", [OSError("gone"), EOFError("gone"), RuntimeError("gone"), MemoryError("gone")])
def test_file_that_cannot_be_read_is_a_note(error: Exception) -> None:
    returned = gather([failing(error), member("a.py")])
    assert returned == Returned({"a.py": "x = 1\n"}, notes=("linear.py cannot be read (gone).",))


def test_refusal_leaves_no_text() -> None:
    returned = gather([member("a.py"), failing(Refused("It is a bomb."))])
    assert returned == Returned({}, refused="It is a bomb.")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (EOFError(), Returned({"a.py": "x = 1\n"}, notes=("It is cut short: what came before that was read.",))),
        (ValueError("odd\x1b\n"), Returned({}, refused="It is damaged (odd\\x1b\\n): ask for it again.")),
    ],
)
def test_members_that_end_early(error: Exception, expected: Returned) -> None:
    def members() -> Iterator[Member]:
        yield member("a.py")
        raise error

    assert gather(members()) == expected


def test_error_of_the_grader_is_not_swallowed() -> None:
    with pytest.raises(AttributeError):
        gather([failing(AttributeError("ours"))])


def test_texts_have_a_size_together() -> None:
    million = b"#" * 1_000_000
    number = MAX_READ // len(million)
    assert len(gather(member(f"{n}.py", million) for n in range(number)).texts) == number
    assert "more than 16 MiB" in gather(member(f"{n}.py", million) for n in range(number + 1)).refused


def test_last_of_a_name_counts_even_if_it_cannot_be_read() -> None:
    returned = gather([member("linear.py"), member("a.py"), failing(OSError("gone"))])
    assert list(returned.texts) == ["a.py"]


def test_notes_have_a_number_and_a_length() -> None:
    returned = gather([member("a.py"), *(Member(f"x{n}" + "y" * 900, obstacle="is odd") for n in range(1000))])
    assert len(returned.notes) == MAX_NOTES + 1
    assert returned.notes[-1] == "There are 980 notes more."
    assert max(map(len, returned.notes)) < 1000


@pytest.mark.parametrize(
    ("content", "handout"),
    [
        (b'{"id": "h-1", "exercises": ["linear"]}', "h-1"),
        (b'{"id": "a\\u001b\\n' + b"x" * 500 + b'"}', "a\\x1b\\n" + "x" * 93),
        (b'{"id": 7}', ""),
        (b"[" * 100_000, ""),
        (b"{", ""),
        (b'{"id": "\xff"}', ""),
        (b'{"id": "\\ud800"}', ""),
        (b"", ""),
    ],
)
def test_id_of_the_handout(content: bytes, handout: str) -> None:
    returned = gather([member("a/b/handout.json", b'{"id": "deep"}'), member("handout.json", content), member("a.py")])
    assert returned.handout == (handout or "deep")
    assert returned.notes == ()


@pytest.mark.parametrize(
    ("path", "passed_over"),
    [
        ("exercises/linear.py", False),
        ("python3.py", False),
        ("lib/python3.11/ast.py", True),
        (".venv/x.py", True),
        ("a/._linear.py", True),
        ("__MACOSX/linear.py", True),
        ("env/Lib/Site-Packages/x.py", True),
    ],
)
def test_what_holds_no_answers_is_passed_over(path: str, passed_over: bool) -> None:
    assert is_passed_over(path) == passed_over
