"""Counts what is common to many candidates, and ranks them."""

from grader.report.summary import summarise
from grader.results import Mark, Row


def row(name: str, *marks: Mark) -> Row:
    return Row(name, f"{name}.html", marks)


def mark(score: float, slug: str = "linear", outcomes: str = "pf", **changes: object) -> Mark:
    verdict = "pass" if score == 100 else "fail"
    return Mark(**({"slug": slug, "verdict": verdict, "score": score, "outcomes": outcomes} | changes))


def test_nobody() -> None:
    summary = summarise([])
    assert (summary.candidates, summary.passed, summary.median, summary.ranking) == (0, 0, None, ())


def test_ties_share_a_rank_and_stand_by_name() -> None:
    summary = summarise([row("b", mark(50)), row("C", mark(100)), row("A", mark(50)), row("d", mark(10))])
    assert [(ranked.rank, ranked.row.candidate) for ranked in summary.ranking] == [
        (1, "C"),
        (2, "A"),
        (2, "b"),
        (4, "d"),
    ]
    assert summary.median == 50


def test_a_missing_exercise_counts_nothing() -> None:
    missing = Mark("logistic", "missing", reason="There is none.")
    summary = summarise([row("a", mark(100), missing), row("b", mark(60), mark(60, "logistic")), row("c", mark(90))])
    assert [(ranked.row.candidate, ranked.total) for ranked in summary.ranking] == [("b", 60), ("a", 50), ("c", 45)]
    assert summary.passed == 0
    assert summary.not_graded == 1


def test_exercises_are_in_teaching_order_and_unknown_ones_last() -> None:
    summary = summarise([row("a", mark(1, "zebra"), mark(1, "logistic"), mark(1))])
    assert [exercise.slug for exercise in summary.exercises] == ["linear", "logistic", "zebra"]
    assert [exercise.title for exercise in summary.exercises][::2] == ["Linear regression", "zebra"]


def test_histogram_keeps_full_marks_apart() -> None:
    scores = (0, 9.9, 10, 99.9, 100, 100)
    (exercise,) = summarise([row(str(number), mark(score)) for number, score in enumerate(scores)]).exercises
    assert exercise.histogram == (2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2)
    assert exercise.graded == 6
    assert exercise.passed == 2


def test_what_has_no_score_is_in_no_bin() -> None:
    marks = (Mark("linear", "missing"), Mark("linear", "not-started"), Mark("linear", "invalid"), mark(50))
    summary = summarise([row(str(number), one) for number, one in enumerate(marks)])
    (exercise,) = summary.exercises
    assert (exercise.marks, exercise.graded, sum(exercise.histogram), exercise.median) == (4, 1, 1, 50)
    assert exercise.not_graded == summary.not_graded == 2


def test_mistakes_are_counted_once_a_candidate() -> None:
    twice, once = (("a", "A."), ("a", "A.")), (("b", "B."), ("a", "A."))
    (exercise,) = summarise([row("x", mark(1, diagnosis=twice)), row("y", mark(1, diagnosis=once))]).exercises
    assert [tuple(mistake) for mistake in exercise.mistakes] == [("a", "A.", 2), ("b", "B.", 1)]


def test_failures_are_counted_by_check() -> None:
    (exercise,) = summarise([row("x", mark(1, outcomes="pfs")), row("y", mark(1, outcomes="pff"))]).exercises
    assert exercise.failures == (0, 2, 1)
