"""What the tests share: exercises, and one zygote for all of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec.structs
import pytest

from grader.catalog import find_exercise
from grader.pipeline import grade
from grader.results import Exercise, Grade
from grader.sandbox.process import Zygote
from grader.static import examine

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """One zygote, from which every worker of the session is forked."""
    with Zygote() as zygote:
        yield zygote


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the diagnosis remembers out of the folders of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def linear() -> Exercise:
    """The first exercise."""
    return find_exercise("linear")


@pytest.fixture
def impatient(linear: Exercise) -> Exercise:
    """The first exercise with a deadline of one second per call."""
    return msgspec.structs.replace(linear, limits=msgspec.structs.replace(linear.limits, call_seconds=1.0))


@pytest.fixture
def grade_source(zygote: Zygote) -> Callable[..., Grade]:
    """Grades a source text: ``grade_source(exercise, source, seed=1)``."""

    def run(exercise: Exercise, source: str, seed: int = 1) -> Grade:
        return grade(exercise, examine(exercise, "submission.py", source), seed=seed, zygote=zygote)

    return run


LEAKS = {
    "raises": ("residual = np.sum(", "raise ValueError(f'{X[:2]!r} {y!r}')\n        residual = np.sum("),
    "own-type": (
        "residual = np.sum(",
        "raise type(f'Secret{X[0, 0]}', (Exception,), {})()\n        residual = np.sum(",
    ),
    "own-names": ("self.weights = np.zeros(n_features)", "setattr(self, f'weights_{X[0, 0]!r}_{y[0]!r}', 0.0)"),
}
"""Edits of the reference that tell of the hidden data: in an exception, in its type, in the name of an attribute."""


@pytest.fixture(scope="session")
def real_grades(zygote: Zygote) -> dict[str, Grade]:
    """Grades of the first exercise of every kind there is, all with the seed 123457."""
    linear = find_exercise("linear")
    wrong = ("loss-without-half", "gradient-summed", "other-keyword-names", "hand-wrong-mini-batch-updates")
    sources = {name: (ROOT / f"tests/cases/linear/{name}/submission.py").read_text("utf-8") for name in wrong}
    sources |= {name: linear.reference.replace(*edit) for name, edit in LEAKS.items()}
    sources |= {
        "right": linear.reference,
        "stub": linear.stub,
        "half": linear.stub.replace("raise NotImplementedError", "return self", 1),
        "syntax": "def fit(:\n    pass\n",
        "no-class": "class Other: pass\n",
        "import": "raise KeyError('a secret of the system')\n",
    }
    return {
        name: grade(linear, examine(linear, f"somewhere/{name}.py", text), seed=123457, zygote=zygote)
        for name, text in sources.items()
    }


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seeds", type=int, default=3, help="How many seeds the slow tests try; the full count is 50.")


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> range:
    """The seeds of a test that repeats itself."""
    return range(request.config.getoption("--seeds"))
