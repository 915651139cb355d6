"""Puts edited references and whole submissions before the probes: each has to be called by its own name."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.catalog import find_exercise, load_catalog
from grader.diagnosis.answers import Edits, answer_edited
from grader.diagnosis.case import Case
from grader.diagnosis.conventions import Accepted, recognise
from grader.diagnosis.diagnose import diagnose
from grader.diagnosis.respondents import Edited
from grader.diagnosis.search import MOST_UPDATES
from grader.misconceptions import Edit, Misconception, edit_source, load_entries
from grader.results import Exercise, Grade

SLUGS = [exercise.slug for exercise in load_catalog()]


def case_of(exercise: Exercise, edits: Edits) -> Case:
    """Return the case of an edited reference, answered afresh."""
    answers = answer_edited(exercise, edits)
    assert answers is not None
    return Case(exercise, answers)


def names(exercise: Exercise, edits: Edits) -> list[str]:
    """Return what an edited reference is diagnosed with."""
    return [finding.diagnosis.id for finding in diagnose(case_of(exercise, edits), Accepted())]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_mistake_is_called_by_its_name(slug: str) -> None:
    exercise = find_exercise(slug)
    found = {entry.id: names(exercise, entry.edits) for entry in load_entries(exercise.stem).misconceptions}
    wrong = {name: named for name, named in found.items() if named != [name]}
    # one that only raises is told by its exception, which others share
    raising = {m.id for m in load_entries(exercise.stem).misconceptions if m.raises}
    assert set(wrong) <= raising, wrong


@pytest.mark.parametrize("slug", SLUGS)
def test_every_convention_is_recognised(slug: str) -> None:
    exercise = find_exercise(slug)
    for convention in load_entries(exercise.stem).conventions:
        if convention.shows:
            accepted = recognise(case_of(exercise, convention.edits))
            assert [c.id for c in accepted.conventions] == [convention.id]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_reference_follows_no_convention_and_makes_no_mistake(slug: str) -> None:
    exercise = find_exercise(slug)
    assert recognise(case_of(exercise, ())) == Accepted()
    assert diagnose(case_of(exercise, ()), Accepted()) == ()


def misconception(exercise: Exercise, name: str) -> Misconception:
    return next(entry for entry in load_entries(exercise.stem).misconceptions if entry.id == name)


@pytest.mark.parametrize(
    "pair",
    [
        # in one channel, in two, in three
        ("weight-gradient-summed", "bias-ascends"),
        ("bias-sees-updated-weights", "one-iteration-too-few"),
        ("gradient-summed", "loss-without-half"),
        ("gradient-summed", "loss-without-half", "bias-left-out-of-predict"),
    ],
)
def test_mistakes_in_different_places_are_named_together(linear: Exercise, pair: tuple[str, ...]) -> None:
    edits = tuple(edit for name in pair for edit in misconception(linear, name).edits)
    assert set(names(linear, edits)) == set(pair)


@pytest.mark.parametrize(
    ("find", "replace", "name", "number"),
    [
        ("dw = X.T @ error", "dw = 3.7 * X.T @ error", "weight-step-scaled", "3.7"),
        ("self.learning_rate * db", "0.25 * self.learning_rate * db", "bias-step-scaled", "0.25"),
        ("error = self.predict(X) - y", "error = 5 * (self.predict(X) - y)", "step-scaled", "5"),
        ("np.sum(error**2) / (2 * n_samples)", "np.sum(error**2) / (7 * n_samples)", "loss-scaled", "0.2857"),
    ],
)
def test_a_wrong_factor_is_told_with_its_value(
    linear: Exercise, find: str, replace: str, name: str, number: str
) -> None:
    found = diagnose(case_of(linear, (Edit(find, replace),)), Accepted())
    assert found[0].diagnosis.id == name
    assert number in found[0].diagnosis.says
    assert found[0].diagnosis.match == "family"


@pytest.mark.parametrize(
    ("find", "replace"),
    [
        ("dw = X.T @ error / n_samples", "dw = X.T @ error / n_samples + 0.01 * self.weights**3"),
        ("dw = X.T @ error / n_samples", "dw = np.clip(X.T @ error / n_samples, -0.5, 0.5)"),
        ("dw = X.T @ error / n_samples", "dw = X.T @ np.tanh(error) / n_samples"),
        ("dw = X.T @ error / n_samples", "dw = (X - X.min()).T @ error / n_samples"),
        ("for _ in range(self.n_iterations):", "for _ in range(self.n_iterations * 2):"),
    ],
)
def test_what_is_not_known_is_called_unknown(linear: Exercise, find: str, replace: str) -> None:
    (found,) = diagnose(case_of(linear, (Edit(find, replace),)), Accepted())
    assert (found.diagnosis.id, found.diagnosis.match) == ("unknown", "unknown")
    assert "weights after" in found.diagnosis.says


Grades = Callable[..., Grade]


def test_the_checks_that_a_mistake_explains_are_folded_under_it(grade_source: Grades, linear: Exercise) -> None:
    edits = misconception(linear, "gradient-summed").edits + misconception(linear, "score-in-percent").edits
    source = edit_source(linear.reference, edits)
    result = grade_source(linear, source)
    assert [d.id for d in result.diagnosis] == ["gradient-summed", "score-in-percent"]
    assert result.explained == {check.id for check in result.with_outcome("fail")}
    assert result.diagnosis[1].explains == ("test_score_is_r_squared",)


def test_a_convention_passes_with_its_remark(grade_source: Grades, linear: Exercise) -> None:
    convention = next(c for c in load_entries("linear").conventions if c.id == "mean-squared-error-loss")
    result = grade_source(linear, edit_source(linear.reference, convention.edits))
    assert (result.verdict, result.convention) == ("pass", convention.id)
    assert convention.remark in result.remarks
    assert result.points == result.possible


@pytest.mark.parametrize("slug", SLUGS)
def test_a_convention_that_behaves_as_the_reference_is_recognised_otherwise(grade_source: Grades, slug: str) -> None:
    exercise = find_exercise(slug)
    for convention in load_entries(exercise.stem).conventions:
        if not convention.shows:
            result = grade_source(exercise, edit_source(exercise.reference, convention.edits))
            assert (result.verdict, result.convention) == ("pass", convention.id)
            assert convention.remark in result.remarks


def test_numbers_are_filled_into_a_convention() -> None:
    known = {convention.id: convention for convention in load_entries("logistic").conventions}
    convention = known["loss-1e-06-added-to-probabilities"]
    assert "adds 1e-06 to" in convention.remark
    assert "+ 1e-06)" in convention.edits[0].replace


def test_a_convention_does_not_hide_a_mistake(grade_source: Grades, linear: Exercise) -> None:
    convention = next(c for c in load_entries("linear").conventions if c.id == "mean-squared-error-loss")
    edits = convention.edits + misconception(linear, "bias-left-out-of-predict").edits
    result = grade_source(linear, edit_source(linear.reference, edits))
    assert result.verdict == "fail"


HAND_WRITTEN = sorted((Path(__file__).parent / "cases").glob("*/hand-wrong-*"))


@pytest.mark.parametrize("folder", HAND_WRITTEN, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_a_mistake_written_by_hand_is_called_as_a_person_calls_it(grade_source: Grades, folder: Path) -> None:
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    exercise = find_exercise(folder.parent.name)
    result = grade_source(exercise, (folder / "submission.py").read_text("utf-8"), seed=5)
    assert {diagnosis.id for diagnosis in result.diagnosis} == set(expected["diagnosis"])


@pytest.mark.parametrize(
    "start",
    [
        "np.random.randn(n_features) * 0.01",
        "np.random.normal(0, 0.01, size=n_features)",
        "np.random.rand(n_features) / 100",
        "np.random.default_rng(7).normal(scale=0.001, size=n_features)",
        "np.random.RandomState(0).uniform(-0.01, 0.01, n_features)",
        "np.array([__import__('random').gauss(0, 0.01) for _ in range(n_features)])",
    ],
)
@pytest.mark.parametrize("slug", ["linear", "logistic-l2"])
def test_a_small_random_start_is_accepted(grade_source: Grades, slug: str, start: str) -> None:
    exercise = find_exercise(slug)
    result = grade_source(exercise, exercise.reference.replace("np.zeros(n_features)", start))
    assert result.convention == "small-random-start"
    assert result.verdict == "pass"


@pytest.mark.parametrize("start", ["np.random.randn(n_features)", "np.full(n_features, 0.05)"])
def test_any_other_start_is_not(grade_source: Grades, linear: Exercise, start: str) -> None:
    result = grade_source(linear, linear.reference.replace("np.zeros(n_features)", start))
    assert result.verdict == "fail"


def test_a_random_start_does_not_hide_a_mistake(grade_source: Grades, linear: Exercise) -> None:
    source = linear.reference.replace("np.zeros(n_features)", "np.random.randn(n_features) * 0.01")
    result = grade_source(linear, source.replace("X.T @ error / n_samples", "X.T @ error"))
    assert result.verdict == "fail"
    assert "weight-gradient-summed" in {d.id for d in result.diagnosis}


def test_a_hanging_submission_is_not_asked_again(grade_source: Grades, impatient: Exercise) -> None:
    source = impatient.reference.replace("n_samples, n_features = X.shape", "while True: pass")
    result = grade_source(impatient, source)
    assert result.verdict == "fail"
    assert result.diagnosis == ()


def test_a_search_ends_where_a_mistake_makes_every_training_long() -> None:
    exercise, both = find_exercise("logistic"), {"n-iterations-ignored", "gradient-summed-over-features"}
    entries = [entry for entry in load_entries(exercise.stem).misconceptions if entry.id in both]
    case = case_of(exercise, tuple(edit for entry in entries for edit in entry.edits))
    before = Edited.updates
    assert {finding.diagnosis.id for finding in diagnose(case, Accepted())} == both
    # what is under way when as many are made as may be is finished: a table of all entries, at most
    assert Edited.updates - before < 6 * MOST_UPDATES
