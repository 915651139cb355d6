"""Breaks every piece of a small exercise, and sees that the audit says so of each."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.catalog import find_exercise
from grader.mutants import mutants
from tests.test_scaffold import copy_to, run_in

SLUG = "harmonic-mean"
CATALOG = "exercises/catalog.toml"
STUB = "exercises/harmonic_mean.py"
REFERENCE = "reference/harmonic_mean.py"
SUITE = "grader/suites/test_harmonic_mean.py"
MISTAKES = "grader/misconceptions/harmonic_mean.toml"
EQUIVALENTS = "grader/misconceptions/equivalent_mutants.toml"

SECOND_HINT = """\
    "How many rows does the `X` have that `predict` is given? Does that have to be as many as in training?",
"""

Audit = Callable[..., list[str]]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout to which a small exercise has been added, which is in order."""
    folder = copy_to(tmp_path_factory.mktemp("checkout"))
    assert run_in(folder, "new", SLUG).returncode == 0
    return folder


@pytest.fixture
def audit(checkout: Path, tmp_path: Path) -> Audit:
    """Audits the exercise after replacements in its files; returns the problems."""

    def audit(*replacements: tuple[str, str, str]) -> list[str]:
        folder = tmp_path / "broken"
        shutil.copytree(checkout, folder)
        for name, find, replace in replacements:
            path = folder / name
            text = path.read_text("utf-8")
            assert find in text, f"{name} does not hold {find!r}"
            path.write_text(text.replace(find, replace), "utf-8")
        audited = run_in(folder, "audit", SLUG, "--seeds", "4")
        assert audited.returncode in (0, 1), audited.stderr
        found = [line.strip() for line in audited.stdout.splitlines()]
        problems = [line.removeprefix("problem: ") for line in found if line.startswith("problem: ")]
        assert audited.returncode == bool(problems)
        return problems

    return audit


def entry(name: str, find: str, replace: str, hints: str = '"Look.", "Look closer."') -> str:
    return (
        f'[[misconceptions]]\nid = "{name}"\nsays = "Something is wrong."\nhints = [{hints}]\n'
        f"edits = [{{ find = {find!r}, replace = {replace!r} }}]\n\n"
    )


def test_nothing_is_wrong_with_what_is_in_order(audit: Audit) -> None:
    assert audit() == []


def test_pieces_that_do_not_fit_together(audit: Audit) -> None:
    first = '[[misconceptions]]\nid = "median'
    added = (
        entry("nowhere", "np.no_such_call(y)", "0")
        + entry("no-python", "np.mean(y)", "np.mean(y")
        + entry("also-the-sum", "np.mean(y)", "y.sum()")
        + entry("harmless", "np.mean(y)", "np.mean(1 * y)")
        + entry("hints-alike", "np.mean(y)", "np.max(y)", '"Look.", "Look."')
    )
    problems = audit(
        (MISTAKES, first, added + first),
        (STUB, "def predict(self, X):", "def predict(self, X, rounded=False):"),
        (REFERENCE, "    def predict(", "    def forecast(self):\n        return 0\n\n    def predict("),
        (SUITE, 'hint="What is left of the first `fit`?"', 'hint=""'),
        (CATALOG, SECOND_HINT, ""),
        (
            EQUIVALENTS,
            "\nlinear = [",
            '\nharmonic-mean = [{ mutant = "fit: gone", reason = "It was there once." }]\nlinear = [',
        ),
    )
    text = "\n".join(problems)
    for says in (
        "the catalog has fewer than two hints",
        "the signatures of predict differ: self, X, rounded=False in the stub, self, X in the reference",
        "the reference has a method forecast, the stub has none",
        "the check test_fitting_twice_starts_over has no hint",
        "misconception nowhere: an edit does not find its place exactly once",
        "misconception no-python: the edited reference is no Python",
        "misconception hints-alike: both hints are the same",
        "also-the-sum and sum-instead-of-mean give the same answers to every question",
        "harmless gives the same answers as the reference to the first questions",
        "misconception harmless passes",
        "the mutant 'fit: gone' is listed as equivalent, and is none or does not exist",
    ):
        assert says in text, text


def test_a_stub_that_is_filled_in(audit: Audit) -> None:
    (problem,) = audit((STUB, "        raise NotImplementedError\n", "        return self\n"))
    assert problem == "the stub is fail, not not-started"


def test_a_reference_that_fails_with_some_data(audit: Audit) -> None:
    problems = audit((REFERENCE, "self.mean = np.mean(y)", "self.mean = np.mean(y) + (len(y) == 23 and y[0] > y[1])"))
    of_reference = [text for text in problems if text.startswith("the reference does not simply pass with seed")]
    assert of_reference
    assert all("test_mean_is_that_of_the_targets" in text for text in of_reference)


def test_a_mistake_that_fails_with_some_data_only(audit: Audit) -> None:
    first = '[[misconceptions]]\nid = "median'
    sometimes = entry("sometimes", "np.mean(y)", "np.mean(y) + (len(y) == 23 and y[0] > y[1])")
    problems = audit((MISTAKES, first, sometimes + first))
    again = [text for text in problems if text.startswith("misconception sometimes does not fail with seed")]
    assert 0 < len(again) < 4, problems


def test_a_convention_that_the_suite_does_not_accept(audit: Audit) -> None:
    problems = audit((MISTAKES, 'np.average(y)" }]', 'np.average(y) + 1" }]'))
    assert any(
        text.startswith("convention taken-by-average: fail, recognised as taken-by-average") for text in problems
    ), problems


def test_a_check_that_catches_nothing(audit: Audit) -> None:
    check = """
@check("convergence", after="test_fit_runs", hint="Is it a number?")
def test_mean_is_finite(observe: Observe) -> None:
    \"\"\"`mean` is a finite number.\"\"\"
    expect.number(observe().model.mean, "mean")


test_inputs_are_not_modified ="""
    (problem,) = audit((SUITE, "\ntest_inputs_are_not_modified =", check))
    assert problem.startswith("the check test_mean_is_finite catches nothing that no other check does")


def test_a_suite_that_lets_mutants_live(audit: Audit) -> None:
    weak = 'expect.close(expect.number(observe().model.mean, "mean"), np.mean(y), "mean", n_samples=23)'
    problems = audit((SUITE, weak, weak.replace("n_samples=23", "n_samples=23, atol=1e9")))
    assert any(text.startswith("misconception") and text.endswith("passes") for text in problems), problems
    assert any("% of the mutants that are no equivalents are caught" in text for text in problems), problems


def test_no_mutant_is_the_program_itself_and_none_comes_twice() -> None:
    source = find_exercise("linear").reference
    made = list(mutants(source))
    assert len({mutant.source for mutant in made}) == len(made) > 50
    assert len({mutant.fault for mutant in made}) == len(made)
    assert all(compile(mutant.source, "mutant", "exec") for mutant in made)
