"""Finds the answers in what came back."""

import pytest

from grader.catalog import find_exercise, load_catalog
from grader.handins.locate import locate
from grader.pipeline import grade
from grader.results import Exercise, Returned, Submission
from grader.sandbox.process import Zygote
from grader.static import MAX_CHARACTERS

LINEAR = "class LinearRegression:\n    def fit(self, X, y):\n        return self\n"
BROKEN = "class LinearRegression:\n    def fit(self, X, y)\n        return self\n"


def found(exercise: Exercise, texts: dict[str, str]) -> Submission | str:
    return locate([exercise], Returned(texts))[exercise.slug]


def path_of(answer: Submission | str) -> str:
    assert isinstance(answer, Submission)
    return answer.path


def test_every_exercise_is_found_where_it_was_handed_out() -> None:
    exercises = load_catalog()
    texts = {f"repo/exercises/{exercise.stem}.py": exercise.reference for exercise in exercises}
    texts |= {f"repo/tests/test_{exercise.stem}.py": f"from x import {exercise.class_name}" for exercise in exercises}
    answers = locate(exercises, Returned(texts))
    assert {slug: path_of(answer) for slug, answer in answers.items()} == {
        exercise.slug: f"repo/exercises/{exercise.stem}.py" for exercise in exercises
    }


def test_every_exercise_is_found_in_one_file() -> None:
    exercises = load_catalog()
    texts = {"all.py": "\n".join(exercise.reference for exercise in exercises)}
    for answer in locate(exercises, Returned(texts)).values():
        assert isinstance(answer, Submission)
        assert (answer.path, answer.invalid, answer.started) == ("all.py", None, True)


def test_missing_exercise_is_a_sentence() -> None:
    texts = {"exercises/linear.py": LINEAR}
    answers = locate(load_catalog(), Returned(texts))
    assert path_of(answers["linear"]) == "exercises/linear.py"
    assert answers["logistic"] == "No file defines LogisticRegression."


def test_refused_hand_in_has_no_answers(linear: Exercise) -> None:
    assert locate([linear], Returned({}, refused="It is a bomb.")) == {"linear": "It is a bomb."}


@pytest.mark.parametrize(
    ("texts", "path"),
    [
        ({"a.py": "x = 1", "my_model.py": LINEAR}, "my_model.py"),
        ({"exercises/linear.py": LINEAR, "a.py": LINEAR}, "exercises/linear.py"),
        ({"linear.py": LINEAR, "x/y/exercises/linear.py": LINEAR + "#"}, "x/y/exercises/linear.py"),
        ({"a.py": LINEAR * 2, "x/linear (1).py": LINEAR}, "x/linear (1).py"),
        ({"a.py": LINEAR, "x/Linear.PY.txt": LINEAR}, "x/Linear.PY.txt"),
        ({"v1/linear.py": LINEAR, "v2/linear.py": LINEAR + "# more"}, "v2/linear.py"),
        ({"v1/linear.py": LINEAR, "linear.py": LINEAR, "old/v1/linear.py": LINEAR * 2}, "linear.py"),
        ({"exercises/linear.py": "STUB", "my_model.py": LINEAR}, "my_model.py"),
        ({"exercises/linear.py": "STUB", "a/linear.py": "STUB"}, "exercises/linear.py"),
        ({"exercises/linear.py": "STUB", "a.py": BROKEN}, "a.py"),
        ({"exercises/linear.py": BROKEN, "a.py": "STUB"}, "exercises/linear.py"),
        ({"exercises/linear.py": BROKEN, "a.py": LINEAR}, "a.py"),
        ({"exercises/linear.py": "x = (", "a.py": "x = ("}, "exercises/linear.py"),
        ({"linear.py": "class LinearReg: pass", "a.py": "STUB"}, "a.py"),
        ({"exercises/linear.py": "from impl import LinearRegression", "impl.py": LINEAR}, "impl.py"),
        ({"linear.py": '"""\nclass LinearRegression:\n"""', "a.py": LINEAR}, "a.py"),
        ({"a.py": "def f():\n    class LinearRegression: pass", "b.py": LINEAR}, "b.py"),
        (
            {"a.py": f"try:\n    import x\nexcept ImportError:\n    {LINEAR}".replace("\n    def", "\n        def")},
            "a.py",
        ),
        ({"tests/linear.py": LINEAR, "exercises/linear.py": "STUB"}, "exercises/linear.py"),
        ({"tests/test_linear.py": LINEAR, "linear.py": BROKEN}, "linear.py"),
        ({"test_linear.py": LINEAR * 2, "mine.py": LINEAR}, "mine.py"),
        ({"test/exercises/linear.py": LINEAR, "test/tests/test_linear.py": "x"}, "test/exercises/linear.py"),
        ({"ann_ml_test.py": LINEAR}, "ann_ml_test.py"),
    ],
)
def test_likeliest_text_is_taken(linear: Exercise, texts: dict[str, str], path: str) -> None:
    texts = {name: linear.stub if text == "STUB" else text for name, text in texts.items()}
    assert path_of(found(linear, texts)) == path
    assert path_of(found(linear, dict(reversed(texts.items())))) == path


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("class LinearReg:\n    pass\n", "invalid", "LinearReg"),
        (BROKEN, "invalid", "cannot parse line 2"),
        ("STUB", "not-started", ""),
        ("REFERENCE", "pass", ""),
    ],
)
def test_what_is_found_is_graded(linear: Exercise, zygote: Zygote, text: str, verdict: str, reason: str) -> None:
    text = {"STUB": linear.stub, "REFERENCE": linear.reference}.get(text, text)
    answer = found(linear, {"a/linear.py": text})
    assert isinstance(answer, Submission)
    result = grade(linear, answer, seed=1, zygote=zygote)
    assert result.verdict == verdict
    assert reason in result.reason


def test_syntax_error_is_in_the_submission(linear: Exercise) -> None:
    answer = found(linear, {"model.py": BROKEN})
    assert isinstance(answer, Submission)
    assert answer.invalid is not None
    assert answer.invalid.line == 2


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_empty_file_is_a_sentence(linear: Exercise, text: str) -> None:
    assert found(linear, {"exercises/linear.py": text}) == "exercises/linear.py is empty."


def test_other_answers_are_a_finding(linear: Exercise) -> None:
    texts = {
        "exercises/linear.py": f"import numpy\n\n{LINEAR}",
        "old/linear.py": LINEAR,
        "stub.py": linear.stub,
        "copy.py": f"import numpy\n\n{LINEAR}",
        "tests/helper.py": LINEAR,
    }
    answer = found(linear, texts)
    assert isinstance(answer, Submission)
    (finding,) = answer.findings
    assert finding.line == 3
    assert finding.says == "LinearRegression is also defined in old/linear.py. Graded was exercises/linear.py."


def test_of_many_other_answers_three_are_named(linear: Exercise) -> None:
    answer = found(linear, {f"{number:02}.py": f"{LINEAR}# {number}\n" for number in range(15)})
    assert isinstance(answer, Submission)
    assert "11.py, 12.py, 13.py and 11 more" in answer.findings[0].says


def test_large_text_is_not_parsed(linear: Exercise) -> None:
    texts = {"linear.py": LINEAR + "x\n" * MAX_CHARACTERS}
    answer = found(linear, texts)
    assert isinstance(answer, str)
    assert "linear.py has 128 KiB, far more than any solution" in answer
    assert path_of(found(linear, texts | {"other.py": LINEAR})) == "other.py"


@pytest.mark.parametrize(
    "text", ["(" * 60_000, "-" * 60_000 + "1", "a." * 30_000 + "a", "\\\n" * 30_000, "\x0c" * 60_000]
)
def test_hostile_text_does_not_break_the_search(linear: Exercise, text: str) -> None:
    found(linear, {"exercises/linear.py": text, "a.py": f"{LINEAR}{text}"})


def test_no_more_than_some_texts_are_parsed(linear: Exercise) -> None:
    texts = {f"x/{number}.py": "class LinearRegression" + "(" * 50 for number in range(3000)}
    assert path_of(found(linear, texts | {"exercises/linear.py": LINEAR})) == "exercises/linear.py"


def test_class_of_a_longer_name_is_another(linear: Exercise) -> None:
    closed = find_exercise("normal-equation")
    assert found(linear, {"a.py": closed.reference}) == "No file defines LinearRegression."
