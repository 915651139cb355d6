"""The 15 checks as a pytest file for one submission."""

import pytest
from checks import CHECKS, Check
from submission import load


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test(check: Check) -> None:
    """One of the checks."""
    check(load())
