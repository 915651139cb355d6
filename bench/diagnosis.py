"""Measures how often the diagnosis is right, unsure and wrong: ``python -m bench.diagnosis [SLUG]``.

Programs with known mistakes, and with mistakes that nobody told the diagnosis of, are diagnosed; whether what is said
is true is decided on a third set of questions that the diagnosis never sees. "Equivalent" is an answer in other
words that reproduces the program there; "wrong" is one that does not.
"""

import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator

import msgspec.structs

from grader.answers import Edits, answer_edited, load_probes
from grader.case import Case
from grader.catalog import find_exercise, load_catalog
from grader.conventions import Accepted
from grader.diagnosis import diagnose
from grader.misconceptions import Edit, Entries, Misconception, edit_source, load_entries
from grader.probe import Answers, first_difference
from grader.respondents import Edited
from grader.results import Exercise

PAIRS, TRIPLES = 300, 100

WEIGHTS = "self.weights = self.weights - self.learning_rate * dw"
SCALED = "self.weights = self.weights - self.learning_rate * dw / (s**0.5 + 1e-8)"
AHEAD = "self.weights = self.weights + 1.7 * v - 0.7 * u"
LOOP = "for _ in range(self.n_iterations):"
EXOTIC: dict[str, tuple[tuple[str, str], ...]] = {
    "RMSprop": (
        (LOOP, "s = 0.0\n        " + LOOP),
        (
            WEIGHTS,
            "s = 0.9 * s + 0.1 * dw**2\n            " + SCALED,
        ),
    ),
    "AdaGrad": (
        (LOOP, "s = 0.0\n        " + LOOP),
        (WEIGHTS, "s = s + dw**2\n            " + SCALED),
    ),
    "Nesterov": (
        (LOOP, "v = 0.0\n        " + LOOP),
        (
            WEIGHTS,
            "u = v\n            v = 0.7 * v - self.learning_rate * dw\n            " + AHEAD,
        ),
    ),
    "clipped gradient": ((WEIGHTS, "self.weights = self.weights - self.learning_rate * np.clip(dw, -0.2, 0.2)"),),
    "normalised gradient": ((WEIGHTS, "self.weights = self.weights - self.learning_rate * dw / np.linalg.norm(dw)"),),
    "signs of the gradient": ((WEIGHTS, "self.weights = self.weights - self.learning_rate * np.sign(dw)"),),
    "weight decay": ((WEIGHTS, "self.weights = 0.97 * self.weights - self.learning_rate * dw"),),
    "rate divided by t": (
        (LOOP, "for t in range(self.n_iterations):"),
        (WEIGHTS, "self.weights = self.weights - self.learning_rate / (1 + 0.13 * t) * dw"),
    ),
    "exponential decay": (
        (LOOP, "for t in range(self.n_iterations):"),
        (WEIGHTS, "self.weights = self.weights - self.learning_rate * 0.91**t * dw"),
    ),
    "squashed errors": (("dw = X.T @ error", "dw = X.T @ np.tanh(error)"),),
    "Huber": (("dw = X.T @ error", "dw = X.T @ np.clip(error, -0.4, 0.4)"),),
    "cubed errors": (("dw = X.T @ error", "dw = X.T @ error**3"),),
    "weighted samples": (("dw = X.T @ error", "dw = (X.T * np.linspace(0.5, 1.5, n_samples)) @ error"),),
    "every other sample": (("dw = X.T @ error", "dw = X[::2].T @ error[::2]"),),
    "trimmed samples": (("dw = X.T @ error", "dw = X[np.abs(error) < 0.9].T @ error[np.abs(error) < 0.9]"),),
    "features squared": (("dw = X.T @ error", "dw = (X**2).T @ error"),),
    "median": (("db = np.sum(error) / n_samples", "db = np.median(error)"),),
    "averaged weights": (
        ("return self\n\n    def predict", "self.weights = self.weights * 0.5\n        return self\n\n    def predict"),
    ),
    "smoothed labels": (("- y\n", "- (0.9 * y + 0.05)\n"),),
    "features shifted": (("n_samples, n_features = X.shape", "X = X + 1\n        n_samples, n_features = X.shape"),),
}
"""Mistakes that are in no catalogue, as edits of a training loop."""


def judge(exercise: Exercise, edits: Edits, entries: Entries, expected: frozenset[str]) -> tuple[str, float] | None:
    """Diagnose an edited reference and say what the answer is worth, with the seconds it took."""
    answers, source = answer_edited(exercise, edits), edit_source(exercise.reference, edits)
    if answers is None or source is None:
        return None
    unseen = load_probes(exercise)[2]
    program = Answers(unseen, Edited(source, exercise.class_name))
    plain = Answers(unseen, Edited(exercise.reference, exercise.class_name))
    if first_difference(program, plain, unseen.questions) is None:
        return None  # no mistake at all: two that cancel, say
    started = time.perf_counter()
    found = diagnose(Case(exercise, answers, entries), Accepted())
    seconds = time.perf_counter() - started
    return _worth(exercise, program, [f.diagnosis.id for f in found], found, expected), seconds


def _worth(exercise: Exercise, program: Answers, names: list[str], found: object, expected: frozenset[str]) -> str:
    known = [finding for finding in found if finding.source is not None]  # type: ignore[attr-defined]
    if not known:
        return "unknown"
    if set(names) == expected:
        return "right"
    if len(known) < len(names):
        return "partly" if {f.diagnosis.id for f in known} <= expected else "partly, otherwise"
    described = edit_source(exercise.reference, tuple(edit for f in known for edit in f.edits))
    if described is None:
        return "wrong"
    reproduced = Answers(program.probe, Edited(described, exercise.class_name))
    same = first_difference(program, reproduced, program.probe.questions) is None
    return "equivalent" if same else "wrong"


def measure(what: str, programs: Iterator[tuple[str, float] | None]) -> None:
    """Print the shares of a group of programs."""
    results = [result for result in programs if result is not None]
    counts = Counter(worth for worth, _ in results)
    times = sorted(1000 * seconds for _, seconds in results)
    if not results:
        return
    shares = ", ".join(f"{name} {n} ({100 * n / len(results):.1f} %)" for name, n in counts.most_common())
    late = times[int(0.95 * (len(times) - 1))]
    print(f"  {what:22}{len(results):5}: {shares}; {statistics.median(times):.0f} ms, 95 % {late:.0f} ms", flush=True)


Result = tuple[str, float] | None


def main() -> None:
    """Measure the exercises named on the command line, or all."""
    for exercise in [find_exercise(slug) for slug in sys.argv[1:]] or load_catalog():
        entries = load_entries(exercise.stem)
        known = [entry for entry in entries.misconceptions if not entry.raises]
        rng = random.Random(1)
        print(exercise.slug, flush=True)

        def together(
            *group: Misconception, entries: Entries = entries, exercise: Exercise = exercise
        ) -> tuple[str, float] | None:
            edits = tuple(edit for entry in group for edit in entry.edits)
            return judge(exercise, edits, entries, frozenset(entry.id for entry in group))

        def left_out(
            entry: Misconception, entries: Entries = entries, exercise: Exercise = exercise
        ) -> tuple[str, float] | None:
            others = tuple(other for other in entries.misconceptions if other.id != entry.id)
            fewer = msgspec.structs.replace(entries, misconceptions=others)
            return judge(exercise, entry.edits, fewer, frozenset([entry.id]))

        measure("single mistakes", (together(entry) for entry in known))
        measure("pairs", (together(*rng.sample(known, 2)) for _ in range(PAIRS)))
        measure("triples", (together(*rng.sample(known, 3)) for _ in range(TRIPLES)))
        measure("left out of catalogue", (left_out(entry) for entry in known))
        edits = [tuple(Edit(*pair) for pair in pairs) for pairs in EXOTIC.values()]
        measure("exotic", (judge(exercise, own, entries, frozenset()) for own in edits))


if __name__ == "__main__":
    main()
