"""Turns a grade into the version that its candidate may see.

What is left out is decided by where it comes from, not by how it looks: whatever depends on the hidden data, and
whatever the candidate's code could have written after it had seen them. Left are sentences that stand in the catalog,
the suites and the misconception files, the candidate's own source, counts, and the line and kind of an exception.
"""

import builtins
import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from msgspec.structs import replace

from grader.results import CheckResult, Diagnosis, Entry, Exercise, FollowUp, Grade, Submission

NUMBER = re.compile(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?")


def candidate_entry(entry: Entry) -> Entry:
    """Return the entry with its grade in the version for the candidate."""
    return replace(entry, grade=candidate_version(entry.grade)) if entry.grade else entry


def candidate_version(grade: Grade) -> Grade:
    """Return the grade without hidden data, expected numbers, evidence, messages, seed, suite and reference."""
    names = {check.id: f"check-{number}" for number, check in enumerate(grade.checks, 1)}
    measured = {check.message for check in grade.checks if check.outcome == "remark"}
    return replace(
        grade,
        exercise=_exercise(grade.exercise),
        submission=_submission(grade.submission),
        seed=0,
        seconds=0.0,
        isolation=None,
        checks=tuple(_check(check, names) for check in grade.checks),
        remarks=tuple(remark for remark in grade.remarks if remark not in measured),
        reason=_reason(grade),
        convention="",
        # of one without a name nothing would be left to tell
        diagnosis=tuple(_diagnosis(mistake, names) for mistake in grade.diagnosis if mistake.match != "unknown"),
        versions={},
        for_candidate=True,
    )


def _exercise(exercise: Exercise) -> Exercise:
    # a follow-up is still to be asked: its question may be read, its model answer is the interviewer's
    questions = tuple(FollowUp(item.question, "") for item in exercise.follow_ups)
    return replace(exercise, follow_ups=questions, shortcuts=(), stub="", reference="", suite=Path())


def _submission(submission: Submission) -> Submission:
    return replace(submission, path=PurePath(submission.path).name)


def _check(check: CheckResult, names: Mapping[str, str]) -> CheckResult:
    return replace(check, id=names[check.id], message=_message(check, names), evidence=(), seconds=0.0)


def _message(check: CheckResult, names: Mapping[str, str]) -> str:
    if check.outcome == "skip":
        needed = names.get(check.message.removeprefix("needs "))
        return f"needs {needed}" if needed else ""
    if check.outcome == "fail" and check.message.endswith("is not written yet"):
        return "Not written yet."
    raised = exception_type(check.message) if check.outcome == "fail" else ""
    return f"Your code raised {raised}{_where(check.line)}." if raised else ""


def _where(line: int | None) -> str:
    return f" in line {line}" if line else ""


def exception_type(message: str) -> str:
    """Return the type of the exception that a message tells of, nothing if it tells of none.

    A type that is not one of Python's own has a name of the candidate's choice, which could say anything.
    """
    match = re.search(r" raised (\w+)", message)
    if match is None:
        return ""
    known = getattr(builtins, match[1], None)
    is_exception = isinstance(known, type) and issubclass(known, BaseException)
    return match[1] if is_exception else "an exception"


def _reason(grade: Grade) -> str:
    """Return why there is no verdict. What reading the file showed may be told; what running it showed, in kind."""
    if not grade.reason or grade.submission.invalid:
        return grade.reason
    if raised := exception_type(grade.reason):
        return f"Importing the file raised {raised}{_where(grade.reason_line)}."
    if " has no class " in grade.reason:
        return f"The file could not be imported: it has no class {grade.exercise.class_name}."
    return "The file could not be imported."


def _diagnosis(diagnosis: Diagnosis, names: Mapping[str, str]) -> Diagnosis:
    return replace(in_general(diagnosis), id="", explains=tuple(names[name] for name in diagnosis.explains))


def in_general(diagnosis: Diagnosis) -> Diagnosis:
    """Return the diagnosis in words that would be the same for anybody who makes this mistake, on any data."""
    if diagnosis.match == "family":
        # its number was fitted to the answers on the hidden data
        hints = tuple(hint for hint in diagnosis.hints if not NUMBER.search(hint))
        return replace(diagnosis, says=NUMBER.sub("…", diagnosis.says), hints=hints)
    if diagnosis.match == "crash":
        # the sentence quotes the exception, whose words can be the candidate's
        return replace(diagnosis, says=f"What the exception says: {diagnosis.id.replace('-', ' ')}.")
    if diagnosis.match == "unknown":
        return replace(diagnosis, says="No mistake that is known here explains what failed.", hints=())
    return diagnosis
