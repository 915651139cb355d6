"""Turns a grade into data for other programs."""

from typing import Any

import msgspec

from grader.results import CheckResult, Grade, Isolation

SCHEMA = 1

NOT_FOR_CANDIDATE = ("seed", "seconds", "isolation", "convention", "versions")
"""What the version for the candidate has no word of; of a check it has no ``seconds``, either."""


def to_json(grade: Grade) -> bytes:
    """Return the grade as JSON, in the versioned form that other tools rely on."""
    return msgspec.json.format(msgspec.json.encode(json_record(grade)), indent=2) + b"\n"


def json_record(grade: Grade) -> dict[str, Any]:
    """Return the grade as the record that the JSON holds."""
    record = {
        "schema": SCHEMA,
        "exercise": grade.exercise.slug,
        "submission": grade.submission.path,
        "verdict": grade.verdict,
        "score": grade.score,
        "points": grade.points,
        "seed": grade.seed,
        "seconds": grade.seconds,
        "isolation": _isolation_record(grade.isolation),
        "convention": grade.convention,
        "diagnosis": msgspec.to_builtins(grade.diagnosis),
        "remarks": list(grade.remarks),
        "checks": [_check_record(check) for check in grade.checks],
        "static": msgspec.to_builtins(_static_findings(grade)),
        "versions": grade.versions,
    }
    return _without_particulars(record) if grade.for_candidate else record


def _without_particulars(record: dict[str, Any]) -> dict[str, Any]:
    checks = [{name: value for name, value in check.items() if name != "seconds"} for check in record["checks"]]
    return {name: value for name, value in record.items() if name not in NOT_FOR_CANDIDATE} | {"checks": checks}


def _isolation_record(isolation: Isolation | None) -> dict[str, Any] | None:
    if isolation is None:
        return None
    return {"level": isolation.level, "layers": isolation.layers, "possible": list(isolation.possible)}


def _check_record(check: CheckResult) -> dict[str, Any]:
    names = ("id", "title", "criterion", "weight", "outcome", "points", "message", "seconds")
    return {name: getattr(check, name) for name in names}


def _static_findings(grade: Grade) -> list[Any]:
    """Return what reading the file showed; what made it invalid, whether read or run into, is the first."""
    if grade.verdict != "invalid":
        return list(grade.submission.findings)
    invalid = grade.submission.invalid
    first = invalid or {"kind": "import", "line": grade.reason_line, "says": grade.reason}
    return [first, *grade.submission.findings]
