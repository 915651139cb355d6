"""Lets submissions crash in the sandbox, in the ways in which people's do, and reads what is said of it."""

from collections.abc import Callable

import pytest

from grader.diagnosis.code import Code
from grader.diagnosis.crash import Crash, explain_exception, explain_missing
from grader.results import Diagnosis, Exercise, Grade

Grades = Callable[..., Grade]

ERROR = "error = self.predict(X) - y"
UPDATE = "self.weights = self.weights - self.learning_rate * dw"
ZEROS = "np.zeros(n_features)"


def diagnosis_of(grade_source: Grades, exercise: Exercise, *changes: tuple[str, str]) -> Diagnosis:
    """Grade the reference with some text replaced, and return the one diagnosis."""
    source = exercise.reference
    for find, replace in changes:
        assert find in source
        source = source.replace(find, replace)
    result = grade_source(exercise, source)
    assert result.verdict == "fail"
    (diagnosis,) = result.diagnosis
    assert diagnosis.match == "crash"
    assert diagnosis.explains
    return diagnosis


@pytest.mark.parametrize(
    ("find", "replace", "name", "says"),
    [
        (ERROR, "error = self.predict(X) - Y", "undefined-name", "`Y` in line 22 is defined nowhere."),
        (
            ERROR,
            "eror = self.predict(X) - y",
            "undefined-name",
            "line 24 is defined nowhere; there is `eror`.",
        ),
        ("self.learning_rate * db", "learning_rate * db", "undefined-name", "there is `self.learning_rate`."),
        ("import numpy as np", "import math", "numpy-not-imported", "NumPy is not imported."),
        ("X @ self.weights", "X @ self.weight", "attribute-never-set", "there is `weights`."),
        ("dw = X.T @", "dw = X.t @", "attribute-never-set", "`numpy.ndarray` does not have"),
        (ZEROS, "np.zeroes(n_features)", "no-such-function", "`numpy` has no `zeroes`; it has `zeros`."),
        ("def predict(self, X)", "def predict(X)", "self-missing", "`predict` is called on the model, but `self`"),
        (ERROR, "error = self.predict(X, y) - y", "too-many-arguments", "`predict` is called in line 22 with more"),
        ("dw = X.T @ error", "dw = X @ error", "matrix-product-of-unequal-sizes", "`X` and `error` in line 26"),
        (
            "dw = X.T @ error",
            "dw = X @ error",
            "matrix-product-of-unequal-sizes",
            "n_features entries on the left",
        ),
        (
            "dw = X.T @ error",
            "dw = np.dot(X, error)",
            "matrix-product-of-unequal-sizes",
            "`X` has shape (n_samples,",
        ),
        (f"self.weights = {ZEROS}", "pass", "matrix-product-without-a-matrix", "`self.weights` in the matrix product"),
        (ERROR, "error = self.predict(X) - y[:4]", "shapes-that-do-not-broadcast", "`self.predict(X)` and `y[:4]`"),
        (ERROR, "error = self.predict(X) - y[:4]", "shapes-that-do-not-broadcast", "(n_samples,) and (4,)"),
        (
            ERROR,
            "error = y.copy(); error += np.ones((4, len(y)))",
            "result-does-not-fit-in-place",
            "(4, n_samples), which",
        ),
        (ERROR, "error = np.zeros((10**6, 10**6))", "array-of-all-pairs", "shape (1000000, 1000000) in line 22"),
        (ERROR, f"if error: pass\n            {ERROR}", "used-before-assignment", "`error` is used in line 22"),
        (ERROR, f"{ERROR}\n            if error > 0: pass", "truth-of-an-array", "A condition in line 23"),
        (ERROR, "error = y(self.predict(X))", "call-of-a-value", "calls a value of type `ndarray`"),
        ("n_features = X.shape", "n_features = X.shape[0]", "unpacking-of-another-size", "An assignment in line 17"),
        ("self.loss_history.append(", "self.loss_history[_] = (", "assignment-into-an-empty-list", "in line 24"),
        (ERROR, "error = y[:, 0]", "too-many-indices", "indexed by 2 places but has 1 axes"),
        (
            "return X @ self.weights + self.bias",
            "return self.predict(X)",
            "endless-recursion",
            "calls itself in line 35",
        ),
        (
            "dw = X.T @",
            "dw = float(y) * X.T @",
            "array-where-a-number-belongs",
            "A single number is expected in line 26",
        ),
        (ERROR, "error = None - y", "none-in-an-expression", "Something in line 22 is `None`"),
        (ERROR, "error = None.T", "none-in-an-expression", "where your code reads `T` of it"),
        (ERROR, "error = {}[7]", "exception", "`error = {}[7]`, raises KeyError: 7."),
    ],
)
def test_an_exception_is_explained(
    grade_source: Grades, linear: Exercise, find: str, replace: str, name: str, says: str
) -> None:
    diagnosis = diagnosis_of(grade_source, linear, (find, replace))
    assert diagnosis.id == name
    assert says in diagnosis.says
    assert diagnosis.explains == ("test_fit_runs",)


def test_fractions_do_not_go_into_integers_in_place(grade_source: Grades, linear: Exercise) -> None:
    changes = (ZEROS, "np.zeros(n_features, dtype=int)"), (UPDATE, "self.weights -= self.learning_rate * dw")
    diagnosis = diagnosis_of(grade_source, linear, *changes)
    assert diagnosis.id == "integer-weights-in-place"


@pytest.mark.parametrize(
    ("own", "stub"), [("lr", "learning_rate"), ("n_iters", "n_iterations"), ("zzz", "n_iterations")]
)
def test_an_argument_by_another_name_is_told_by_both(
    grade_source: Grades, linear: Exercise, own: str, stub: str
) -> None:
    default = "0.01" if stub == "learning_rate" else "1000"
    changes = (f"{stub}={default}", f"{own}={default}"), (f"self.{stub} = {stub}", f"self.{stub} = {own}")
    diagnosis = diagnosis_of(grade_source, linear, *changes)
    assert diagnosis.id == "argument-by-another-name"
    assert (
        diagnosis.says == f"`__init__` does not take the argument `{stub}` that the stub has; it has `{own}` instead."
    )


def test_an_argument_that_is_not_there_at_all(grade_source: Grades, linear: Exercise) -> None:
    changes = (", n_iterations=1000", ""), ("self.n_iterations = n_iterations", "self.n_iterations = 10")
    diagnosis = diagnosis_of(grade_source, linear, *changes)
    assert diagnosis.says == "`__init__` does not take the argument `n_iterations` that the stub has."


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (
            [("self.weights", "self.w"), ("self.bias", "self.b")],
            "`weights`; what it sets beside the brief's is `w` and `b`.",
        ),
        ([("self.weights", "self.weights_")], "`weights`; what it sets beside the brief's is `weights_`."),
        ([("self.loss_history", "self.losses")], "`loss_history`; what it sets beside the brief's is `losses`."),
    ],
)
def test_an_attribute_by_another_name_is_told_by_both(
    grade_source: Grades, linear: Exercise, changes: list[tuple[str, str]], says: str
) -> None:
    diagnosis = diagnosis_of(grade_source, linear, *changes)
    assert diagnosis.id == "attribute-by-another-name"
    assert diagnosis.says.endswith(says)


def test_an_attribute_missing_from_an_empty_object() -> None:
    assert explain_missing("weights", "", ["weights"]).says == "After `fit` there is no attribute `weights`."


def test_what_is_not_written_yet_needs_no_explanation(grade_source: Grades, linear: Exercise) -> None:
    source = linear.reference.replace("residual = np", "raise NotImplementedError\n        residual = np")
    result = grade_source(linear, source)
    assert result.verdict == "fail"
    assert result.diagnosis == ()


def explain(detail: str, source: str = "", line: int | None = 1) -> str:
    return explain_exception(Crash(detail, line, Code(source), Code(""))).says


def test_operands_are_named_only_where_there_is_no_doubt() -> None:
    detail = "ValueError: matmul: Input operand 1 has a mismatch (size 4 is different from 3)"
    assert "`a` and `b` in line 1" in explain(detail, "c = a @ b + d")
    assert "`a` and `b` in line 1" in explain(detail, "c = np.dot(a, b)")
    assert "`a` and `b` in line 1" in explain(detail, "c = a.dot(b)")
    for unclear in ("c = a @ b @ d", f"c = a @ {'b' * 60}", "c = d", "not ( python"):
        assert "of two operands in line 1" in explain(detail, unclear)
    assert "somewhere" in explain(detail, line=None)


def test_what_acts_on_a_terminal_is_shown_as_its_escape() -> None:
    assert "\x1b" not in explain("Boom: !", "x = '\x1b[31m'")
    assert "\x1b" not in explain("ValueError: matmul: x (size 4 is different from 3)", "x = a['\x1b[31m'] @ b")
