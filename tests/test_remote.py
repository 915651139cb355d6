"""Looks at a candidate's objects through the judge's proxies: what comes along with a call, and what goes stale."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from grader.results import Exercise
from grader.sandbox.process import Zygote
from grader.sandbox.remote import Blocked, Candidate, SubmissionError, Table

Start = Callable[[str], Candidate]
HEAD = "import os\nimport numpy as np\nclass LinearRegression:\n"
X, Y = np.arange(6.0).reshape(3, 2), np.ones(3)


@pytest.fixture
def start(zygote: Zygote, impatient: Exercise) -> Iterator[Start]:
    """Starts a candidate with the given body of its class, a line each."""
    candidates: list[Candidate] = []

    def start(body: str) -> Candidate:
        source = HEAD + "".join(f"    {line}\n" for line in body.splitlines())
        candidates.append(Candidate(zygote, impatient, source, seed=1))
        return candidates[-1]

    yield start
    for candidate in candidates:
        candidate.close()


COUNTING = """
looks = 0
def fit(self, X, y):
    self.bias = 1.0
    return self
@property
def weights(self):
    type(self).looks += 1
    return np.array([type(self).looks])
"""


def test_what_takes_code_to_look_at_is_looked_at_when_it_is_asked_for(start: Start) -> None:
    candidate = start(COUNTING)
    for looks in (1, 2, 3):
        model = candidate.new()
        model.fit(X, Y)
        assert float(model.bias.array) == 1.0
        assert float(model.weights.array[0]) == looks


def test_an_attribute_is_seen_as_it_is_after_the_latest_call_of_any_model(start: Start) -> None:
    body = (
        "shared = np.zeros(1)\ndef fit(self, X, y):\n"
        "    self.weights = self.shared\n    self.shared += 1\n    return self"
    )
    candidate = start(body)
    one, other = candidate.new(), candidate.new()
    for step in (1, 3):
        one.fit(X, Y)
        assert float(one.weights.array[0]) == step
        other.fit(X, Y)
        assert float(one.weights.array[0]) == step + 1


@pytest.mark.parametrize("attribute", ["__getattribute__", "__getattr__"])
def test_a_class_that_computes_its_attributes_is_asked_for_each(start: Start, attribute: str) -> None:
    body = (
        "def fit(self, X, y):\n    return self\n"
        f"def {attribute}(self, name):\n    return 7.0 if name == 'weights' else object.__getattribute__(self, name)"
    )
    candidate = start(body)
    for _ in range(2):
        model = candidate.new()
        model.fit(X, Y)
        assert float(model.weights.array) == 7.0


def test_a_default_on_the_class_does_not_hide_what_fit_stores(start: Start) -> None:
    candidate = start("weights = None\ndef fit(self, X, y):\n    self.weights = X[0]\n    return self")
    for _ in range(2):
        model = candidate.new()
        model.fit(X, Y)
        np.testing.assert_array_equal(model.weights.array, X[0])


def test_a_table_is_stacked_by_the_worker(start: Start) -> None:
    candidate = start("def fit(self, X, y):\n    return np.array([X.shape[0], y.shape[0], X.sum()])")
    answer = candidate.new().fit(Table(X, 4), Table(Y, 4))
    np.testing.assert_array_equal(answer.array, [12, 12, 4 * X.sum()])
    assert answer.changed == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("raise ValueError('no')", "ValueError: no"),
        ("os._exit(3)", "exit code 3"),
        ("while True: pass", "no answer within 1 s"),
    ],
)
def test_a_constructor_that_goes_wrong_is_named(start: Start, line: str, says: str) -> None:
    candidate = start(f"def __init__(self, learning_rate):\n    {line}\ndef fit(self, X, y):\n    return self")
    with pytest.raises(SubmissionError, match=says) as caught:
        candidate.new(learning_rate=0.5).fit(X, Y)
    assert caught.value.doing == "LinearRegression(learning_rate=0.5)"
    if "while" in line:
        with pytest.raises(Blocked, match="two deadlines"):
            candidate.new(learning_rate=0.5).predict(X)


def test_a_model_is_made_once(start: Start) -> None:
    body = "made = 0\ndef __init__(self):\n    type(self).made += 1\ndef fit(self, X, y):\n    raise KeyError('x')"
    model = start(body).new()
    for _ in range(2):
        with pytest.raises(SubmissionError, match="KeyError"):
            model.fit(X, Y)
    assert int(model.made.array) == 1


def test_what_a_call_did_is_not_said_of_what_is_looked_at_afterwards(start: Start) -> None:
    body = "def fit(self, X, y):\n    y[0] = np.exp(np.array([1000.0]))[0]\n    self.weights = X[0]\n    return self"
    candidate = start(body)
    for _ in range(2):
        model = candidate.new()
        fitted = model.fit(X, Y)
        assert fitted.changed == (1,)
        assert fitted.warnings
        assert model.weights.changed == ()
        assert model.weights.warnings == ()


SHARING = """
def fit(self, X, y):
    type(self).weights = np.zeros(2) + y[0]
    return self
def predict(self, X):
    return X @ self.weights
"""


def test_a_kept_model_answers_as_its_training_left_it(start: Start) -> None:
    candidate = start(SHARING)
    kept, other = candidate.new(), candidate.new()
    kept.fit(X, Y)
    kept.keep()
    other.fit(X, 5 * Y)
    assert kept.predict(X).array[0] == 5.0
    # neither the other training nor the call that followed has changed what was seen
    assert list(kept.weights.array) == [1.0, 1.0]
    assert list(other.weights.array) == [5.0, 5.0]


def test_an_attribute_of_the_class_comes_along_with_a_call(start: Start) -> None:
    candidate = start(SHARING)
    model = candidate.new()
    model.fit(X, Y)
    asked = candidate._worker.ask
    candidate._worker.ask = None
    assert list(model.weights.array) == [1.0, 1.0]
    candidate._worker.ask = asked
