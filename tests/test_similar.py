"""Compares real answers: independent ones, copies in disguise, the reference, and texts that mean harm."""

import random
import re
import sys
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from bench.similar import disguised, record, solutions
from grader.catalog import find_exercise, load_catalog
from grader.cohort.store import Answer, Store, Stored
from grader.errors import InputError
from grader.handout import write_handout
from grader.results import Alike, Exercise
from grader.similar import beside, clusters, compare, compare_answers, pairs
from grader.similar.chance import UNKNOWN, Odds, Source, histogram, quantile, records
from grader.similar.fragments import LENGTH, copydetect, fingerprint, overlap, passages
from grader.similar.outlines import Comparer
from grader.similar.pairs import promising
from grader.similar.reading import MAX_CHARACTERS, MAX_LINES, MAX_TOKENS, asked_for, legible, read

BY_HAND = {name: text for name, text in solutions("linear").items() if name.startswith("hand-right-")}
MODEL = "hand-right-matlab-column-vectors"
UNRELATED = """

def report(values):
    lowest, highest = min(values), max(values)
    print("between", lowest, "and", highest)
    return {"lowest": lowest, "highest": highest, "count": len(values)}


def check(table, targets):
    assert table.ndim == 2, "expected a table"
    if table.shape[0] != targets.shape[0]:
        raise ValueError("as many targets as samples, please")
    for row, target in zip(table, targets):
        print(row.tolist(), "->", float(target))
"""


def alike(answers: Mapping[str, str], exercise: Exercise | None = None, most: int = 200) -> Alike:
    exercise = exercise or find_exercise("linear")
    return compare_answers(exercise, answers.items(), lambda name: answers.get(name, exercise.reference), most)


@pytest.fixture
def rng() -> random.Random:
    return random.Random(1)


@pytest.fixture
def make_store(tmp_path: Path) -> Callable[..., Store]:
    """Makes the store of a batch from texts by exercise and candidate."""

    def make(**answers: Mapping[str, str]) -> Store:
        store = Store(tmp_path / "results.sqlite", new=True)
        for candidate in sorted({name for texts in answers.values() for name in texts}):
            own = {slug: texts[candidate] for slug, texts in answers.items() if candidate in texts}
            store.put_hand_in(Stored(candidate, candidate, ""), [Answer(slug, "a.py", own[slug]) for slug in own])
        return store

    return make


# ------------------------------------------------------------------------------------------ copies


@pytest.mark.parametrize("name", BY_HAND)
def test_copy_with_other_names_and_another_order_is_on_top(name: str, rng: random.Random) -> None:
    found = alike(BY_HAND | {"copy": disguised(BY_HAND[name], rng)})
    assert {found.pairs[0].left, found.pairs[0].right} == {"copy", name}
    assert found.clusters[0].members == ("copy", name)
    assert found.pairs[0].chance is not None
    assert found.pairs[0].chance.at_least <= 4, "of 4,011"


def test_most_copies_are_on_top_when_a_third_of_the_statements_is_rewritten(rng: random.Random) -> None:
    tops = [alike(BY_HAND | {"copy": disguised(text, rng, change=0.35)}).pairs[0] for text in BY_HAND.values()]
    found = [{top.left, top.right} == {"copy", name} for name, top in zip(BY_HAND, tops, strict=True)]
    assert sum(found) >= 0.9 * len(found)


def test_answers_that_only_names_comments_and_layout_tell_apart_are_the_same() -> None:
    model = BY_HAND[MODEL]
    copy = re.sub(r"\b(theta|Xb|m|J)\b", r"my_\1", re.sub(r"(?m) *#.*$", "", model))
    copy = '"""All my own work."""\n# really\n\n' + copy.replace("\n\n", "\n\n\n").replace("    ", "\t")
    assert copy.count("my_") > 5
    found = alike({"Ann": model, "Bob": copy})
    assert (found.pairs[0].identical, found.pairs[0].overlap) == (True, 100)
    assert found.clusters[0].identical


def test_names_that_are_swapped_are_not_other_names() -> None:
    answer = "def f(a, b):\n    c = a - b\n    return c / b\n"
    renamed, swapped = answer.replace("a", "z"), answer.replace("a - b", "b - a")
    assert read(answer).skeleton == read(renamed).skeleton
    assert read(answer).skeleton != read(swapped).skeleton


def test_code_that_is_added_does_not_hide_a_copy(rng: random.Random) -> None:
    (found, *_) = alike(BY_HAND | {"copy": disguised(BY_HAND[MODEL], rng) + UNRELATED}).pairs
    assert {found.left, found.right} == {"copy", MODEL}
    assert found.overlap > 90


def test_three_who_have_it_from_each_other_are_one_cluster(rng: random.Random) -> None:
    a = disguised(BY_HAND[MODEL], rng)
    found = alike(BY_HAND | {"A": a, "B": disguised(a, rng, 0.1), "C": a})
    assert [cluster.members for cluster in found.clusters] == [("A", "B", "C", MODEL)]
    assert not found.clusters[0].identical
    # three pairs hold four together; the others say nothing new
    assert [one.cluster for one in found.pairs].count(1) == 3


def test_of_a_large_cluster_some_pairs_are_listed() -> None:
    found = alike({f"candidate {n}": BY_HAND[MODEL] for n in range(30)})
    assert len(found.clusters[0].members) == 30
    assert len(found.pairs) == clusters.PER_CLUSTER
    assert found.possible_pairs == 435


def test_no_more_pairs_are_listed_than_was_said() -> None:
    cases = solutions("linear")
    found = alike(cases, most=7)
    assert len(found.pairs) == len(found.with_reference) == 7
    assert [one.overlap for one in found.pairs] == sorted((one.overlap for one in found.pairs), reverse=True)


# ------------------------------------------------------------------------------------------ honest answers


def test_independent_answers_are_no_cluster() -> None:
    for exercise in load_catalog():
        by_hand = {name: text for name, text in solutions(exercise.slug).items() if name.startswith("hand-")}
        assert alike(by_hand, exercise).clusters == ()


def test_independent_answers_stay_below_what_one_in_a_hundred_pairs_reaches() -> None:
    comparer = Comparer(find_exercise("linear"))
    outlines = [comparer.outline(name, text) for name, text in BY_HAND.items()]
    overlaps = [comparer.overlap(left, right) for left, right in combinations(outlines, 2)]
    usual = alike(BY_HAND).usual
    assert usual is not None
    assert sum(overlap > usual[1] for overlap in overlaps) <= 0.02 * len(overlaps)
    assert 0 < quantile(histogram(overlaps), 0.5) <= usual[0]


def test_what_was_derived_by_one_hand_is_more_usual_in_its_own_batch() -> None:
    # many of the wrong cases are one hand's: alike for a batch, and that is what chance is taken from
    batch = {name: text for name, text in solutions("linear").items() if not name.startswith(("hand-", "right-"))}
    found = alike(batch)
    assert found.usual is not None
    assert found.usual_here is not None
    assert found.usual_here > found.usual
    assert "batch" in {one.chance.among for one in found.pairs if one.chance}
    assert found.clusters == ()


def test_stub_is_not_compared() -> None:
    for exercise in load_catalog():
        found = alike({"Ann": exercise.stub, "Bob": exercise.stub}, exercise)
        assert (found.compared, found.too_short, found.pairs) == (0, 2, ())


def test_stub_that_was_handed_out_has_nothing_of_its_own(tmp_path: Path) -> None:
    write_handout(load_catalog(), tmp_path / "out")
    for exercise in load_catalog():
        handed_out = (tmp_path / "out" / "exercises" / f"{exercise.stem}.py").read_text("utf-8")
        assert Comparer(exercise).outline("", handed_out).size == 0
        assert Comparer(exercise).outline("", exercise.reference).size > 100


def test_what_the_stub_gave_does_not_count() -> None:
    exercise = find_exercise("linear")
    comparer, marker = Comparer(exercise), "        raise NotImplementedError\n"
    ours = exercise.stub.replace(marker, "        return sorted(map(str, X)) or print(y, end='!')\n", 1)
    theirs = exercise.stub.replace(marker, "        while True:\n            X = [y for y in X if y not in X[1:]]\n", 1)
    left, right = comparer.outline("Ann", ours), comparer.outline("Bob", theirs)
    assert left.size > LENGTH < right.size
    assert comparer.overlap(left, right) == 0


def test_beginning_is_not_compared_with_whole_answers() -> None:
    exercise = find_exercise("linear")
    only_predict = exercise.stub.replace("raise NotImplementedError", "pass", 1).replace(
        "raise NotImplementedError", "return X @ self.weights + self.bias", 1
    )
    assert alike({"Ann": only_predict, "Bob": only_predict, "Cy": exercise.reference}).too_short == 2


# ------------------------------------------------------------------------------------------ the reference


def test_reference_without_comments_is_found() -> None:
    for exercise in load_catalog():
        copy = re.sub(r"(?m)^ *#.*\n", "", exercise.reference)
        (found, *_) = alike(
            BY_HAND | {"Ann": copy} if exercise.slug == "linear" else {"Ann": copy}, exercise
        ).with_reference
        assert (found.left, found.right, found.identical) == ("Ann", "", True)
        assert found.chance is not None
        assert (found.chance.among, found.chance.at_least) == ("reference", 0)


def test_reference_in_disguise_is_found(rng: random.Random) -> None:
    exercise = find_exercise("logistic")
    by_hand = {name: text for name, text in solutions("logistic").items() if name.startswith("hand-right-")}
    (found, *_) = alike(by_hand | {"Ann": disguised(exercise.reference, rng, 0.3)}, exercise).with_reference
    assert found.left == "Ann"


# ------------------------------------------------------------------------------------------ chance


def test_what_is_known_of_chance_is_what_the_cases_show() -> None:
    for exercise in load_catalog():
        assert records()[exercise.slug] == record(exercise), "run python -m bench.similar"
        assert records()[exercise.slug].solutions > 40


def test_exercise_without_independent_solutions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.similar.records", dict)
    found = alike(dict(list(BY_HAND.items())[:5]) | {"copy": next(iter(BY_HAND.values()))})
    assert (found.solutions, found.usual, found.usual_here) == (0, None, None)
    assert [(one.overlap, one.chance) for one in found.pairs] == [(100, None)]
    assert found.with_reference == ()
    assert UNKNOWN < 100


def test_chance_is_taken_from_where_it_is_more_usual() -> None:
    independent = Source("independent", histogram([10] * 90 + [50] * 10))
    batch = Source("batch", histogram([40] * 150 + [60] * 50))
    odds = Odds(independent, batch)
    assert odds.chance(50) == batch.chance(50)
    assert odds.chance(61) == batch.chance(61), "none of 200 says more than none of 100"
    assert Odds(independent, Source("batch", histogram([60] * 20))).chance(50) == independent.chance(50)
    assert (odds.noticed(), Odds(independent).noticed()) == (61, 51)


def test_pair_does_not_count_as_another_as_alike() -> None:
    odds = Odds(Source("batch", histogram([20] * 200 + [90])))
    counted, other = odds.chance(90, in_batch=True), odds.chance(90)
    assert counted is not None
    assert other is not None
    assert (counted.at_least, counted.of) == (0, 200)
    assert (other.at_least, other.of) == (1, 201)


def test_the_more_answers_the_more_alike_must_a_cluster_be() -> None:
    odds = Odds(Source("independent", records()["linear"].pairs))
    apart = [odds.stands_out(answers) for answers in (2, 10, 100, 1000, 10_000)]
    assert apart == sorted(apart)
    assert apart[0] >= 65
    assert 85 < apart[2] < apart[-1] < 100


def test_extrapolation_meets_what_was_counted() -> None:
    for known in records().values():
        source = Source("independent", known.pairs)
        most = source.reached_by(1 / sum(known.pairs))
        assert abs(source.extrapolated(1 / sum(known.pairs)) - most) <= 10


def test_quantiles() -> None:
    counts = histogram([0, 10, 20, 30])
    assert [quantile(counts, share) for share in (0, 0.25, 0.5, 0.99, 1)] == [0, 10, 20, 30, 100]
    assert Source("batch", histogram([100] * 10)).reached_by(0.05) == 101


# ------------------------------------------------------------------------------------------ what is in common


def test_passages_say_which_lines_are_which() -> None:
    left = "a = 1\n\n" + UNRELATED + BY_HAND[MODEL]
    readings = [read(text) for text in (left, BY_HAND[MODEL])]
    prints = [fingerprint(reading.encoded) for reading in readings]
    (passage, *_) = passages(*prints, readings[0].tokens, readings[1].tokens)
    shift = left.count("\n") - BY_HAND[MODEL].count("\n")
    assert passage.left[0] - passage.right[0] == passage.left[1] - passage.right[1] == shift
    assert overlap(*prints) == 100


def test_passages_do_not_overlap(rng: random.Random) -> None:
    texts = BY_HAND[MODEL] + UNRELATED * 3, UNRELATED + disguised(BY_HAND[MODEL], rng) + UNRELATED
    readings = [read(text) for text in texts]
    prints = [fingerprint(reading.encoded) for reading in readings]
    found = passages(*prints, readings[0].tokens, readings[1].tokens)
    assert len(found) > 2
    assert [one.tokens for one in found] == sorted((one.tokens for one in found), reverse=True)
    assert sum(one.tokens for one in found) <= min(len(reading.tokens) for reading in readings)


def test_details_of_a_pair() -> None:
    copy = BY_HAND[MODEL].replace("SSres", "unexplained")
    comment = "        # one row for each sample, so that it broadcasts\n"
    answers = {
        name: text.replace("    def predict", comment + "    def predict")
        for name, text in {"Ann": BY_HAND[MODEL], "Bob": copy}.items()
    }
    (found,) = alike(answers).pairs
    assert found.comments == ("one row for each sample, so that it broadcasts",)
    assert found.passages[0].left == found.passages[0].right
    assert found.lines > 10
    assert 0 < len(found.names) < found.names_of_shorter
    assert not {"self", "np", "LinearRegression", "learning_rate", "SSres"} & set(found.names)


def test_names_that_are_asked_for_stay() -> None:
    asked = asked_for(find_exercise("linear").stub)
    assert {"fit", "weights", "loss_history"} <= asked
    (reading,) = [read("self.weights = np.dot(a, self.mine) + abs(b)", asked)]
    forms = " ".join(token.form for token in reading.tokens)
    assert forms == "name . weights = name . dot ( name , name . name ) + abs ( name )"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x = 1", "y=1.0  # one"),
        ("import numpy as np\nx = f('a')", "from numpy import (array)\nx = g(\"b\" 'c')"),
        ('def f(a):\n    """Says."""\n    return a', "def g(b):\n  return b"),
    ],
)
def test_what_changes_first_makes_no_difference(one: str, other: str) -> None:
    assert read(one).encoded == read(other).encoded


# ------------------------------------------------------------------------------------------ many


def test_promising_pairs_share_what_is_rare() -> None:
    common = range(100)
    answers = [np.array([*common, *range(1000 + 50 * n, 1050 + 50 * n)], dtype=np.int64) for n in range(60)]
    answers[7] = np.array([*common, *range(1000, 1040)], dtype=np.int64)
    answers[9] = np.array([*common, *range(1000, 1010)], dtype=np.int64)
    assert promising(answers) == [(0, 7), (0, 9), (7, 9)]


def test_nothing_rare_in_common_is_not_promising() -> None:
    assert promising([np.arange(50)] * 2 + [np.arange(50, 90)]) == [(0, 1)]
    assert promising([np.arange(50)] * 40) == []


def test_each_answer_has_so_many_partners(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "PARTNERS", 2)
    assert promising([np.arange(50)] * 5) == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4)]


def test_many_answers_are_compared_like_few(monkeypatch: pytest.MonkeyPatch, rng: random.Random) -> None:
    answers = solutions("linear") | {"copy": disguised(BY_HAND[MODEL], rng)}
    monkeypatch.setattr(clusters, "EVERY_PAIR", 200)
    few = alike(answers, most=10)
    monkeypatch.setattr(clusters, "EVERY_PAIR", 40)
    many = alike(answers, most=10)
    assert {"copy", MODEL} in [set(cluster.members) for cluster in many.clusters]
    assert [(one.left, one.right, one.overlap) for one in many.pairs] == [
        (one.left, one.right, one.overlap) for one in few.pairs
    ]


def test_no_more_promising_pairs_are_measured_than_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "EVERY_PAIR", 10)
    monkeypatch.setattr(clusters, "MEASURED", 3)
    assert len(alike(solutions("linear")).pairs) == 3


# ------------------------------------------------------------------------------------------ texts that mean harm


HOSTILE = {
    "blanks after match": "match" + " " * 1_000_000 + "(",
    "no-break spaces": "case" + "\u00a0" * 1_000_000 + "(",
    "nested": "(" * 500_000,
    "open string": '"""' * 300_000,
    "backslashes": "\\" * 1_000_000,
    "escapes": '"\\N{' * 200_000,
    "control characters": "\x1b[31m\x00\x07\u202e" * 200_000,
    "lone surrogates": "x = '\ud800'\n" * 50_000,
    "lines": "\n" * 1_000_000,
    "the same over and over": "x+" * 500_000,
    "numbers": " ".join(map(str, range(150_000))),
    "an answer a hundred times": "\n".join([BY_HAND[MODEL]] * 100),
    "empty": "",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_compared_like_any_other(name: str) -> None:
    found = alike({"hostile": HOSTILE[name], "its twin": HOSTILE[name], "honest": BY_HAND[MODEL]})
    assert found.compared + found.too_short == 3
    for one in found.pairs:
        assert 0 <= one.overlap <= 100
        assert all(1 <= first <= last <= MAX_LINES for first, last in (one.passages[0].left, one.passages[0].right))


def test_long_texts_are_cut() -> None:
    for text in HOSTILE.values():
        assert len(legible(text)) <= MAX_CHARACTERS
        assert legible(text).count("\n") < MAX_LINES
        assert len(read(text).tokens) <= MAX_TOKENS
    assert legible(BY_HAND[MODEL]) == BY_HAND[MODEL]


# ------------------------------------------------------------------------------------------ a batch


def test_batch_is_compared_by_exercise(make_store: Callable[..., Store], rng: random.Random) -> None:
    logistic = {name: text for name, text in solutions("logistic").items() if name.startswith("hand-right-")}
    (first, text), *_ = logistic.items()
    answers = {"linear": BY_HAND | {"absent": ""}, "logistic": logistic | {"copy": disguised(text, rng)}}
    seen: list[tuple[int, int]] = []
    with make_store(**answers) as store:
        found = compare(store, on_answer=lambda done, total: seen.append((done, total)))
        shown = [one for each in found for one in beside(store, each)]
    assert [each.slug for each in found] == ["linear", "logistic"]
    assert {found[1].pairs[0].left, found[1].pairs[0].right} == {"copy", first}
    assert found[0].compared == len(BY_HAND)
    assert seen[-1][0] == seen[-1][1] == len(seen)
    assert [one.likeness for one in shown] == [one for each in found for one in (*each.pairs, *each.with_reference)]
    assert len({one.likeness.page for one in shown}) == len(shown)


def test_pair_is_shown_with_what_does_not_count(make_store: Callable[..., Store]) -> None:
    exercise = find_exercise("linear")
    with make_store(linear={"Ann": exercise.reference}) as store:
        (alike_,) = compare(store)
        (shown,) = beside(store, alike_)
    assert (shown.left.title, shown.right.title) == ("Ann", "our own solution")
    lines = exercise.reference.split("\n")
    given = [lines[number - 1].strip() for number in sorted(shown.left.given)]
    own = [line.strip() for number, line in enumerate(lines, 1) if number not in shown.left.given]
    assert "import numpy as np" in given
    assert "self.loss_history = []" in given
    assert "# y_pred = Xw + b" in given
    assert "return X @ self.weights + self.bias" in own
    assert "import numpy as np" not in own


def test_empty_batch(make_store: Callable[..., Store]) -> None:
    with make_store(linear={"Ann": ""}) as store:
        assert compare(store) == []


def test_says_how_to_install_what_is_missing(make_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch) -> None:
    copydetect.cache_clear()
    monkeypatch.setitem(sys.modules, "copydetect", None)
    with make_store(linear=BY_HAND) as store, pytest.raises(InputError, match=r"pip install '.*\[similar\]'"):
        compare(store)


def test_terminal_in_jupyter(monkeypatch: pytest.MonkeyPatch) -> None:
    # it names a backend that matplotlib, which copydetect loads, refuses
    monkeypatch.setenv("MPLBACKEND", "module://nowhere")
    copydetect.cache_clear()
    assert copydetect().CodeFingerprint
