"""Writes a grade as JSON, in full and for the candidate."""

import json

from grader.report.candidate import candidate_version
from grader.report.exports import NOT_FOR_CANDIDATE, to_json
from grader.results import Grade


def test_everything_in_the_full_record(real_grades: dict[str, Grade]) -> None:
    record = json.loads(to_json(real_grades["loss-without-half"]))
    assert record["seed"] == 123457
    assert set(NOT_FOR_CANDIDATE) <= set(record)
    assert record["diagnosis"][0]["id"] == "loss-without-half"


def test_the_candidate_gets_no_word_of_the_run(real_grades: dict[str, Grade]) -> None:
    full = json.loads(to_json(real_grades["loss-without-half"]))
    record = json.loads(to_json(candidate_version(real_grades["loss-without-half"])))
    assert set(full) - set(record) == set(NOT_FOR_CANDIDATE)
    assert {name for check in record["checks"] for name in check} == set(full["checks"][0]) - {"seconds"}
    assert [check["outcome"] for check in record["checks"]] == [check["outcome"] for check in full["checks"]]
    assert record["score"] == full["score"]
