"""Leaves out of a grade what a candidate may not see: proved by content, on every output there is."""

import ast
import io
import re
from collections.abc import Iterator
from html import unescape

import msgspec
import pytest
from rich.console import Console

from grader.report.candidate import candidate_entry, candidate_version, exception_type
from grader.report.exports import to_json
from grader.report.github import annotations, job_summary
from grader.report.gradescope import gradescope
from grader.report.html import render_html
from grader.report.junit import junit
from grader.report.pages import render_candidate
from grader.report.terminal import print_grade
from grader.results import CheckResult, Diagnosis, Entry, Evidence, Exercise, Finding, Grade, Submission

FAILING = (
    *("loss-without-half", "gradient-summed", "other-keyword-names", "hand-wrong-mini-batch-updates"),
    *("raises", "own-type", "own-names", "half", "no-class", "import"),
)

# what looks like data: numbers with a fraction or four digits, shapes, whole arrays
DATA = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+|\d{4,}|\(\d+,[ \d,]*\)|\[[^\[\]]+\]")


def outputs(grade: Grade) -> Iterator[tuple[str, str]]:
    """Yield everything that can be made of the candidate's version, with the candidate's code taken out."""
    shown = candidate_version(grade)
    entry = Entry("Ada", "linear", shown)
    stream = io.StringIO()
    print_grade(shown, Console(file=stream, width=80), "report.html")
    for name, text in (
        ("page", without_code(render_html(shown))),
        ("page of a batch", without_code(render_candidate([entry]))),
        ("terminal", stream.getvalue()),
        ("JSON", to_json(shown).decode()),
        ("Gradescope", gradescope([Entry("Ada", "linear", grade)]).decode()),
        ("JUnit", junit([entry]).decode()),
        ("annotations", "\n".join(annotations(shown))),
        ("job summary", job_summary(shown)),
    ):
        yield name, unescape(text)


def without_code(page: str) -> str:
    """Return a page without its style sheet, the candidate's source and the tags around the words."""
    page = re.sub(r"<style>.*?</style>|<svg.*?</svg>|<pre.*?</pre>", "", page, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", "", page)


def secrets(grade: Grade) -> set[str]:
    """Return every number and array in what a check found, and the seed."""
    told = [text for check in grade.checks for text in (check.message, *(e.value for e in check.evidence))]
    told += [grade.reason, *(d.says for d in grade.diagnosis if d.match in ("family", "crash", "unknown"))]
    titles = " ".join(check.title for check in grade.checks) + grade.exercise.question
    found = {str(grade.seed)} | {match for text in told for match in DATA.findall(text)}
    return {text for text in found if text not in titles and text not in grade.submission.source}


def code_lines(source: str) -> set[str]:
    """Return the lines of a suite or a reference, without the sentences and hints that a candidate may read."""
    tree = ast.parse(source)
    kept = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Import):
            is_sentence = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            if not is_sentence:
                kept.add(ast.unparse(node).split("\n")[0])
    return {line for line in kept if len(line) > 20}


@pytest.mark.parametrize("name", FAILING)
def test_no_output_tells_of_the_data_the_seed_or_the_suite(real_grades: dict[str, Grade], name: str) -> None:
    grade = real_grades[name]
    hidden = secrets(grade)
    sources = code_lines(grade.exercise.suite.read_text("utf-8")) | code_lines(grade.exercise.reference)
    ids = {check.id for check in grade.checks}
    answers = {follow_up.answer.strip() for follow_up in grade.exercise.follow_ups}
    for output, text in outputs(grade):
        assert {secret for secret in hidden if secret in text} == set(), output
        assert {line for line in sources if line in text} == set(), output
        assert {word for word in ids if word in text} == set(), output
        assert {answer for answer in answers if " ".join(answer.split())[:40] in " ".join(text.split())} == set(), (
            output
        )


@pytest.mark.parametrize("name", FAILING)
def test_the_record_itself_holds_nothing_that_a_page_could_show(real_grades: dict[str, Grade], name: str) -> None:
    grade = real_grades[name]
    shown = candidate_version(grade)
    text = repr(msgspec.structs.replace(shown, submission=msgspec.structs.replace(shown.submission, source="")))
    assert {secret for secret in secrets(grade) if secret in text} == set()
    assert shown.exercise.reference == shown.exercise.stub == ""
    assert not {check.id for check in shown.checks} & {check.id for check in grade.checks}
    assert shown.seed == 0
    assert shown.exercise.suite != grade.exercise.suite


def test_the_proof_would_see_a_leak(real_grades: dict[str, Grade]) -> None:
    # the full version holds what the test above looks for
    grade = real_grades["raises"]
    assert len(secrets(grade)) > 5
    assert any(secret in unescape(render_html(grade)) for secret in secrets(grade) - {"123457"})
    assert "123457" in render_html(grade)
    assert all(secrets(real_grades[name]) for name in FAILING)


SENTINEL = "SECRETSENTINEL"


def test_what_may_hold_anything_is_left_out_whatever_it_holds(linear: Exercise) -> None:
    check = CheckResult(
        id=f"test_{SENTINEL}",
        title="A sentence.",
        criterion="gradient and loss",
        weight=3,
        outcome="fail",
        message=f"fit raised ValueError: {SENTINEL}",
        evidence=(Evidence(SENTINEL, SENTINEL),),
        line=2,
        seconds=0.123456,
    )
    others = [
        msgspec.structs.replace(check, id=f"test_{outcome}", outcome=outcome, message=message)
        for outcome, message in (
            ("skip", f"needs {check.id}"),
            ("skip", f"needs fit, {SENTINEL}"),
            ("error", f"the check itself broke: {SENTINEL}"),
            ("remark", f"slow: {SENTINEL}"),
            ("pass", SENTINEL),
        )
    ]
    mistakes = (
        Diagnosis("family", "Your loss is 87.25 times too large.", ("Compare.", "It is 87.25 times."), "family"),
        Diagnosis("undefined-name", f"The name `{SENTINEL}`.", ("A hint.",), "crash", (check.id,)),
        Diagnosis("unknown", f"It is off by {SENTINEL}.", (f"Look at {SENTINEL}",), "unknown"),
    )
    grade = Grade(
        exercise=msgspec.structs.replace(linear, stub=SENTINEL, reference=SENTINEL),
        submission=Submission(f"/home/{SENTINEL}/linear.py", "x = 1\ny = 2\n"),
        verdict="fail",
        seed=8725,
        seconds=87.25,
        checks=(check, *others),
        remarks=("A remark of ours.", f"slow: {SENTINEL}"),
        convention=SENTINEL,
        diagnosis=mistakes,
        versions={"numpy": SENTINEL},
    )
    texts = dict(outputs(grade))
    for output, text in texts.items():
        assert SENTINEL not in text, output
        assert "87" not in text, output
    assert "ValueError in line 2" in texts["page"]
    assert "A sentence." in texts["page"]
    assert "A remark of ours." in texts["page"]
    assert "undefined name" in texts["page"]
    assert "Your loss is … times too large." in texts["page"]


def test_an_import_that_raises_is_told_in_kind(real_grades: dict[str, Grade]) -> None:
    assert "a secret of the system" in real_grades["import"].reason
    assert candidate_version(real_grades["import"]).reason == "Importing the file raised KeyError in line 1."


def test_a_missing_class_is_named(real_grades: dict[str, Grade]) -> None:
    reason = candidate_version(real_grades["no-class"]).reason
    assert reason == "The file could not be imported: it has no class LinearRegression."


def test_any_other_failure_of_the_import_is_not_explained(real_grades: dict[str, Grade]) -> None:
    grade = msgspec.structs.replace(real_grades["import"], reason="The file could not be imported: secret.")
    assert candidate_version(grade).reason == "The file could not be imported."


def test_what_reading_the_file_showed_is_told(real_grades: dict[str, Grade], linear: Exercise) -> None:
    grade = real_grades["syntax"]
    assert candidate_version(grade).reason == grade.reason
    loop = msgspec.structs.replace(
        real_grades["right"], submission=Submission("a/linear.py", "x", (Finding("loop", 1, "A loop."),))
    )
    assert "A loop." in dict(outputs(loop))["page"]


def test_what_is_not_written_yet_is_said(real_grades: dict[str, Grade]) -> None:
    messages = [check.message for check in candidate_version(real_grades["half"]).with_outcome("fail")]
    assert "Not written yet." in messages


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("fit raised ValueError: x", "ValueError"),
        ("fit raised Secret12: x", "an exception"),
        ("fit raised print: x", "an exception"),
        ("the weights differ", ""),
    ],
)
def test_only_types_of_python_are_named(message: str, kind: str) -> None:
    assert exception_type(message) == kind


def test_an_entry_without_a_grade_stays(linear: Exercise) -> None:
    entry = Entry("Ada", "linear", None, "There is no linear.py.")
    assert candidate_entry(entry) == entry
