"""Turns entries into rows that are light enough to hold ten thousand of."""

import tracemalloc

import msgspec
import pytest

from grader.report.rows import exercise_titles, standing, to_columns, to_mark, to_row
from grader.results import CheckResult, Diagnosis, Entry, Exercise, Grade, Mark, Submission


def graded(exercise: Exercise, *outcomes: str, **changes: object) -> Grade:
    checks = tuple(
        CheckResult(f"test_{number}", f"Sentence {number}.", "convergence", 2, outcome, 2 * (outcome == "pass"))
        for number, outcome in enumerate(outcomes)
    )
    grade = Grade(exercise, Submission("linear.py", "x = 1\n"), "fail", 7, 1.5, checks=checks)
    return msgspec.structs.replace(grade, **changes)


def test_a_mark_has_a_letter_per_check(linear: Exercise) -> None:
    mistake = Diagnosis("known", "It is twice the loss.", ("Compare.",), "exact")
    mark = to_mark(
        Entry("Ada", "linear", graded(linear, "pass", "fail", "skip", "remark", "pass", diagnosis=(mistake,)))
    )
    assert mark == Mark("linear", "fail", 4, 10, 40.0, "pfsrp", (("known", "It is twice the loss."),))


def test_a_broken_check_is_no_verdict(linear: Exercise) -> None:
    grade = graded(linear, "pass", "error")
    assert standing(grade) == "ungraded"
    assert to_mark(Entry("Ada", "linear", grade)).outcomes == "pe"


def test_what_is_not_graded_says_why(linear: Exercise) -> None:
    assert to_mark(Entry("Ada", "linear", None, "Encrypted.")) == Mark("linear", "missing", reason="Encrypted.")
    invalid = to_mark(Entry("Ada", "linear", graded(linear, verdict="invalid", reason="Line 1: no.")))
    assert (invalid.verdict, invalid.reason, invalid.outcomes) == ("invalid", "Line 1: no.", "")


@pytest.mark.parametrize("match", ["family", "crash", "unknown"])
def test_mistakes_are_in_words_that_many_can_share(linear: Exercise, match: str) -> None:
    mistake = Diagnosis("the-name", "It is 87 times too large.", ("Compare.",), match)
    ((name, says),) = to_mark(Entry("Ada", "linear", graded(linear, "fail", diagnosis=(mistake,)))).diagnosis
    assert name == "the-name"
    assert "87" not in says


def test_a_row_holds_every_exercise_of_a_candidate(linear: Exercise) -> None:
    row = to_row([Entry("Ada", "linear", graded(linear, "pass")), Entry("Ada", "logistic", None, "x")], "a/ada.html")
    assert (row.candidate, row.page) == ("Ada", "a/ada.html")
    assert [mark.slug for mark in row.marks] == ["linear", "logistic"]


def test_columns_are_the_checks(linear: Exercise) -> None:
    first, _ = to_columns(graded(linear, "pass", "fail"))
    assert (first.id, first.title, first.criterion) == ("test_0", "Sentence 0.", "convergence")


def test_titles_come_in_teaching_order() -> None:
    assert list(exercise_titles())[:2] == ["linear", "logistic"]


def test_ten_thousand_rows_are_a_few_megabytes(linear: Exercise) -> None:
    mistake = Diagnosis("known", "It is twice the loss." * 5, ("Compare.",), "exact")
    grade = graded(linear, *["pass"] * 30, *["fail"] * 10, diagnosis=(mistake,))
    copies = msgspec.json.Decoder(Diagnosis), msgspec.json.encode(mistake)
    tracemalloc.start()
    rows = []
    for number in range(1000):
        # texts of its own, as those that come out of a file
        own = msgspec.structs.replace(grade, diagnosis=(copies[0].decode(copies[1]),))
        rows.append(
            to_row([Entry(f"candidate {number}", slug, own) for slug in ("linear", "logistic")], f"{number}.html")
        )
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used / len(rows) < 1000
