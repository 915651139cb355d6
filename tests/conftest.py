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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seeds", type=int, default=3, help="How many seeds the slow tests try; the full count is 50.")


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> range:
    """The seeds of a test that repeats itself."""
    return range(request.config.getoption("--seeds"))
