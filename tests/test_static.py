"""Reads sources without running them."""

import pytest

from grader.results import Exercise
from grader.static import examine

CLASS = "class LinearRegression:\n    def fit(self, X, y):\n        return self\n"


@pytest.mark.parametrize(
    "line",
    [
        "import sklearn",
        "from scipy import stats",
        "from . import other",
        "def f():\n    import pandas",
        "try:\n    import torch\nexcept ImportError:\n    pass",
    ],
)
def test_forbidden_import_is_invalid(linear: Exercise, line: str) -> None:
    submission = examine(linear, "x.py", f"{line}\n{CLASS}")
    assert submission.invalid is not None
    assert submission.invalid.kind == "import"


@pytest.mark.parametrize(
    "line",
    [
        "import numpy.linalg as la",
        "import math, typing",
        "from __future__ import annotations",
        'if __name__ == "__main__":\n    import matplotlib',
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas",
    ],
)
def test_allowed_import_is_fine(linear: Exercise, line: str) -> None:
    assert examine(linear, "x.py", f"{line}\n{CLASS}").invalid is None


def test_syntax_error_has_a_caret_under_its_place(linear: Exercise) -> None:
    submission = examine(linear, "x.py", "x = 1\n    y = = 2\n")
    assert submission.invalid is not None
    assert submission.invalid.line == 2
    assert submission.invalid.says.splitlines()[-1].strip() == "^"


@pytest.mark.parametrize("source", ["-" * 100_000 + "1", "a." * 50_000 + "a", "1+" * 400 + "1\n" + CLASS])
def test_deep_nesting_does_not_break_the_reader(linear: Exercise, source: str) -> None:
    examine(linear, "x.py", source)


@pytest.mark.parametrize(
    "call", ["import numpy as np\nnp.linalg.lstsq(1, 2)", "from numpy.linalg import lstsq as q\nq(1, 2)"]
)
def test_shortcut_is_a_remark(linear: Exercise, call: str) -> None:
    findings = examine(linear, "x.py", f"{call}\n{CLASS}").findings
    assert [finding.kind for finding in findings] == ["shortcut"]


@pytest.mark.parametrize(
    ("loop", "found"),
    [
        ("for i in range(len(X)): pass", True),
        ("n, d = X.shape\n        for i in range(n): pass", True),
        ("for a, b in zip(X, y): pass", True),
        ("for _ in range(self.n_iterations): pass", False),
        ("for j in range(X.shape[1]): pass", False),
    ],
)
def test_loop_over_samples_is_a_remark(linear: Exercise, loop: str, found: bool) -> None:
    source = f"class LinearRegression:\n    def fit(self, X, y):\n        {loop}\n        return self\n"
    assert [f.kind for f in examine(linear, "x.py", source).findings] == ["loop"] * found


@pytest.mark.parametrize(("argument", "found"), [("X", True), ("gradients", False)])
def test_helper_loops_over_samples_if_it_is_given_them(linear: Exercise, argument: str, found: bool) -> None:
    source = f"def helper({argument}):\n    return sum(a @ a for a in {argument})\n{CLASS}"
    assert [f.kind for f in examine(linear, "x.py", source).findings] == ["loop"] * found


def test_stub_with_one_body_is_started(linear: Exercise) -> None:
    assert not examine(linear, "x.py", linear.stub + "\n# thinking\n").started
    assert examine(linear, "x.py", linear.stub.replace("raise NotImplementedError", "return self", 1)).started
