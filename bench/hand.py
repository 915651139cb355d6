"""Counts what becomes of the submissions that people wrote by hand: ``python -m bench.hand``.

They lie under ``tests/cases/<slug>/hand-*``, written without a look at the catalogue, with the mistakes that their
authors made on purpose. The names in ``expected.toml`` say what a person would call those mistakes by the catalogue's
words; "unknown" stands for a mistake that is not in it.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from grader.catalog import find_exercise
from grader.pipeline import grade
from grader.sandbox.process import Zygote
from grader.submission import read_submission

CASES = Path(__file__).parent.parent / "tests" / "cases"
SEED = 5


@dataclass
class Hand:
    """What became of the submissions of one exercise."""

    verdicts: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    """Of the wrong ones: what the diagnosis came to."""
    astray: list[str] = field(default_factory=list)
    """What did not come out as a person says."""


def worth(named: set[str], labels: set[str]) -> str:
    """Return what a diagnosis is worth beside a person's."""
    known, wanted = named - {"unknown"}, labels - {"unknown"}
    if not known <= wanted:
        return "a wrong name"
    if known == wanted:
        return "every mistake named" if "unknown" not in labels else ("named in part" if known else "unknown")
    return "named in part" if known else "unknown"


def measure(slug: str) -> Hand:
    """Return what becomes of the submissions written by hand for an exercise."""
    exercise, hand = find_exercise(slug), Hand()
    with Zygote() as zygote:
        for folder in sorted((CASES / slug).glob("hand-*")):
            expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
            result = grade(exercise, read_submission(exercise, folder / "submission.py"), seed=SEED, zygote=zygote)
            kind = "wrong" if expected["verdict"] == "fail" else "right"
            hand.verdicts[f"{kind}, {result.verdict}"] += 1
            if kind == "wrong":
                hand.named[worth({d.id for d in result.diagnosis}, set(expected["diagnosis"]))] += 1
            if result.verdict != expected["verdict"]:
                hand.astray.append(f"{folder.name}: {result.verdict}")
    return hand


if __name__ == "__main__":
    for slug in ("linear", "logistic"):
        print(slug, measure(slug))
