"""The 15 checks as a unittest class with weights, run as gradescope-utils has it; prints the results as JSON."""

import unittest
from collections.abc import Callable

from checks import CHECKS, Check
from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner
from submission import load


class Tests(unittest.TestCase):
    """Filled in below."""


def method(check: Check) -> Callable[[unittest.TestCase], None]:
    """Return a check as a weighted test."""

    def test(self: unittest.TestCase) -> None:
        check(load())

    test.__doc__ = check.__doc__
    weighted: Callable[[unittest.TestCase], None] = weight(1)(test)
    return weighted


for check in CHECKS:
    setattr(Tests, f"test_{check.__name__}", method(check))

if __name__ == "__main__":
    JSONTestRunner(visibility="visible").run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
