"""The 15 checks as a pytest file for all submissions in one session."""

import os
from pathlib import Path

import pytest
from checks import CHECKS, Check
from submission import load

FOLDERS = sorted(str(path) for path in Path(os.environ["COHORT"]).iterdir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: Path(folder).name)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test(folder: str, check: Check) -> None:
    """One of the checks, for one of the submissions."""
    check(load(folder))
