"""Writes grades.csv, safe to open in a spreadsheet program, and a summary in Markdown."""

import csv

import msgspec
import pytest

from grader.report.tables import COLUMNS, csv_lines, summary_markdown
from grader.results import CheckResult, Diagnosis, Entry, Exercise, Grade, Isolation, Mark, Row, Submission


@pytest.fixture
def failing(linear: Exercise) -> Grade:
    check = CheckResult("test_a", "A sentence.", "convergence", 3, "fail")
    passed = msgspec.structs.replace(check, id="test_b", outcome="pass", points=3)
    return Grade(
        exercise=linear,
        submission=Submission("linear.py", "x = 1\n"),
        verdict="fail",
        seed=1,
        seconds=0.25,
        isolation=Isolation("strong", "seccomp"),
        checks=(check, passed, msgspec.structs.replace(check, id="test_c")),
        convention="mse",
        diagnosis=(Diagnosis("one", "One.", (), "exact"), Diagnosis("two", "Two.", (), "exact")),
    )


def rows(*entries: Entry) -> list[dict[str, str]]:
    return list(csv.DictReader(csv_lines(entries)))


def test_a_line_per_candidate_and_exercise(failing: Grade) -> None:
    first, second = rows(
        Entry("Ada", "linear", failing, handout="4f2a"), Entry("Bob", "logistic", None, "The archive\nis encrypted.")
    )
    assert first == dict(
        zip(
            COLUMNS,
            [
                "Ada",
                "linear",
                "fail",
                "33.3",
                "3",
                "9",
                "test_a test_c",
                "one two",
                "mse",
                "",
                "0.25",
                "strong",
                "4f2a",
            ],
            strict=True,
        )
    )
    assert (second["verdict"], second["score"], second["reason"]) == ("missing", "0.0", "The archive is encrypted.")


def test_the_reason_of_an_invalid_file_is_one_line(failing: Grade) -> None:
    invalid = msgspec.structs.replace(failing, verdict="invalid", checks=(), reason="Line 1: oops.\n  x\n  ^")
    (row,) = rows(Entry("Ada", "linear", invalid))
    assert row["reason"] == "Line 1: oops. x ^"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(failing: Grade, start: str) -> None:
    name = f'{start}cmd|" /C calc"!A0, "x'
    (row,) = rows(Entry(name, "linear", failing))
    assert row["candidate"] == f"'{name}"
    (row,) = rows(Entry("Ada", "linear", None, f"{start.strip() or '='}HYPERLINK(1)"))
    assert row["reason"].startswith("'")


def test_commas_quotes_and_lines_stay_in_their_cell(failing: Grade) -> None:
    (row,) = rows(Entry('a, "b"\nc', "linear", failing))
    assert row["candidate"] == 'a, "b"\nc'
    assert row["exercise"] == "linear"


def test_nothing_graded_is_a_header() -> None:
    assert "".join(csv_lines([])) == ",".join(COLUMNS) + "\n"


def test_summary_ranks_and_counts() -> None:
    mistakes = (("loss|half", "Your `loss` is twice."),)
    text = summary_markdown(
        [
            Row("Ada", "a.html", (Mark("linear", "pass", 9, 9, 100.0, "ppp"),)),
            Row("*Bob* | x", "b.html", (Mark("linear", "fail", 3, 9, 33.3, "pff", mistakes),)),
            Row("Cid", "c.html", (Mark("linear", "missing", reason="x"),)),
        ]
    )
    assert "| 3 | 1 | 33.3 % | 1 |" in text
    assert "| 1 | Ada | ✓ 100 | 100 % |" in text
    assert "| 2 | \\*Bob\\* \\| x | ✗ 33.3 | 33.3 % |" in text
    assert "| 3 | Cid | missing | 0 % |" in text
    assert "| `loss\\|half` | Your `loss` is twice. | 1 |" in text


def test_summary_shows_the_first_only() -> None:
    many = [Row(f"c{n}", "x", (Mark("linear", "pass", 9, 9, 100.0, "p"),)) for n in range(20)]
    text = summary_markdown(many, top=3)
    assert "### The first 3" in text
    assert text.count("✓") == 3


def test_summary_of_nobody() -> None:
    assert "| 0 | 0 | - | 0 |" in summary_markdown([])
