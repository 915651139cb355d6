"""The 15 checks as test cases of otter-grader, for the class in the executed submission."""

import sys
from typing import Any

from otter.test_files import test_case

sys.path.append("shared")  # below the submission: beside it, otter wants one Python file only

from checks import CHECKS, Check

OK_FORMAT = False
name = "linear"
points = len(CHECKS)


def case(check: Check) -> Any:
    """Return a check as a test case; its argument is looked up by name in the submission."""

    def run(LinearRegression: Any) -> None:
        check(LinearRegression)

    return test_case(name=check.__name__, points=1)(run)


globals().update({f"test_{check.__name__}": case(check) for check in CHECKS})
