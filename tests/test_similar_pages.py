"""Reads what ``grade similar`` shows: pages, tables, data and exit codes."""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bench.similar import disguised, solutions
from grader.cohort.store import Answer, Store, Stored
from grader.errors import InputError
from grader.report.chance import sentences, short
from grader.report.similar import MOST_MEMBERS, render_similar, write_similar
from grader.report.similar_overview import print_similar
from grader.results import Alike, Chance, Cluster, Likeness
from grader.similar import beside, compare

BY_HAND = {name: text for name, text in solutions("linear").items() if name.startswith("hand-right-")}
MODEL = "hand-right-matlab-column-vectors"
GRADE = [sys.executable, "-P", "-c", "from grader.cli import main; main()"]

HOSTILE = "</code></pre></span></script><script>alert(1)</script><img src=x onerror=alert(1)>"
TRICKS = "\x1b[31m\u202eelbisivni\u2066\x00"
ACCUSING = ("cheat", "plagiar", "guilty", "fraud", "dishonest", "stole", "suspect")


def make_batch(folder: Path, linear: Mapping[str, str], **others: Mapping[str, str]) -> Path:
    answers = {"linear": linear, **others}
    with Store(folder / "results.sqlite", new=True) as store:
        for name in sorted({name for texts in answers.values() for name in texts}):
            own = [Answer(slug, "a.py", texts[name]) for slug, texts in answers.items() if name in texts]
            store.put_hand_in(Stored(name, name, ""), own)
    return folder


def write(folder: Path, **options: int) -> list[Alike]:
    with Store(folder / "results.sqlite") as store:
        alikes = compare(store, **options)
        write_similar(alikes, (pair for alike in alikes for pair in beside(store, alike)), folder)
    return alikes


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """The folder of a batch with a copy, and with one of our own solution."""
    copy = disguised(BY_HAND[MODEL], random.Random(1), 0.1)
    reference = Path("reference/linear.py").read_text("utf-8")
    return make_batch(tmp_path, BY_HAND | {"Ann": copy, "Bob": reference})


class Page(HTMLParser):
    """Takes a page apart: whether its elements close, and which links lead where."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        found = dict(attrs)
        self.links += [found["href"] or ""] if "href" in found else []
        self.ids += [found["id"] or ""] if "id" in found else []
        assert not [name for name in found if name.startswith("on") or name == "style"]
        if tag not in ("meta", "link", "br", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def likeness(chance: Chance | None, right: str = "Bob", identical: bool = False) -> Likeness:
    return Likeness(left="Ann", right=right, overlap=90, identical=identical, chance=chance)


def among(answers: int) -> Alike:
    return Alike(
        slug="linear", compared=answers, too_short=0, solutions=60, usual=(30, 70), usual_here=None, clusters=(),
        pairs=(), with_reference=(),
    )  # fmt: skip


# ------------------------------------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("at_least", "answers", "words"),
    [
        (
            100,
            100,
            "100 are as much alike, about 1 in 40. In a batch of this size (4,950 pairs) chance makes about 124",
        ),
        (1, 90, "one is as much alike. In a batch of this size (4,005 pairs) chance makes about one."),
        (2, 2, "about 1 in 2,000. In a batch of this size (1 pair) chance makes one about once in 2,000 batches."),
        (0, 100, "none is as much alike. In a batch of this size (4,950 pairs) up to 4 could still be chance."),
        (0, 10, "none is as much alike. In a batch of this size (45 pairs) chance would hardly make one."),
    ],
)
def test_words_for_a_pair(at_least: int, answers: int, words: str) -> None:
    said = sentences(likeness(Chance("independent", at_least, 4000)), among(answers))
    assert said.startswith("Of 4,000 pairs of independent solutions, ")
    assert words in said


def test_words_where_the_batch_or_nothing_tells() -> None:
    said = sentences(likeness(Chance("batch", 3, 400)), among(30))
    assert "Of 400 other pairs in this batch, 3 are as much alike, about 1 in 133." in said
    said = sentences(likeness(None), among(30))
    assert said == "How often chance makes two answers as alike is not known for this exercise."


@pytest.mark.parametrize(
    ("at_least", "words"), [(0, "none is as much like it."), (1, "one is as much"), (2, "2 are as much like it.")]
)
def test_words_for_the_reference(at_least: int, words: str) -> None:
    said = sentences(likeness(Chance("reference", at_least, 40), right=""), among(100))
    assert said.startswith("Of 40 solutions that were written without a look at ours, ")
    assert words in said
    assert "batch" not in said


def test_words_for_the_same() -> None:
    said = sentences(likeness(Chance("independent", 0, 4000), identical=True), among(10))
    assert said.startswith("Nothing but names, comments and formatting tells the two apart. ")


def test_words_for_a_table() -> None:
    said = [short(Chance("batch", n, 400)) for n in (0, 1, 3, 300)]
    assert [*said, short(None)] == ["none of 400", "1 in 400", "1 in 133", "1 in 1", "not known"]


# ------------------------------------------------------------------------------------------ pages


def test_pages_are_whole_and_their_links_lead_somewhere(batch: Path) -> None:
    alikes = write(batch)
    listed = {one.page for alike in alikes for one in (*alike.pairs, *alike.with_reference)}
    found = {f"similar/{path.name}" for path in (batch / "similar").iterdir()}
    assert listed == found != set()
    for name in ("similar.html", *listed):
        text = (batch / name).read_text("utf-8")
        page = Page(text)
        assert "default-src 'none'; style-src 'self'" in text
        assert not {"script", "style", "img", "iframe"} & page.names
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            path, _, anchor = link.partition("#")
            if anchor:
                assert anchor in page.ids
            elif path and path not in ("data:,", "index.html"):
                assert (batch / name).parent.joinpath(path).resolve().is_file(), link


def test_overview_names_the_pairs_and_says_how_it_is_counted(batch: Path) -> None:
    write(batch)
    text = " ".join((batch / "similar.html").read_text("utf-8").split())
    assert f'<a href="similar/linear-001.html">Ann ~ {MODEL}</a>' in text
    assert "Cluster 1" in text
    assert "16 answers, 120 pairs" in text
    assert "Alike is not copied" in text
    assert "What this cannot tell" in text


def test_pair_is_side_by_side_with_the_same_numbers_and_colours(batch: Path) -> None:
    (alike,) = write(batch)
    text = (batch / alike.pairs[0].page).read_text("utf-8")
    chips = {
        side: re.findall(rf'class="line (p\d)[^>]*><a class="chip" id="{side}-(\d+)"', text)
        for side in ("left", "right")
    }
    assert sorted(set(chips["left"])) == sorted(set(chips["right"]))
    assert len(chips["left"]) == len(alike.pairs[0].passages) > 1
    assert "ask each of them, alone" in text
    assert "of their own choice are the same" in text
    assert 'class="line given"' in text


def test_every_pair_has_links_that_lead_to_the_other_side(tmp_path: Path) -> None:
    make_batch(tmp_path, solutions("linear"))
    write(tmp_path, most=100)
    for path in (tmp_path / "similar").iterdir():
        page = Page(path.read_text("utf-8"))
        assert {link[1:] for link in page.links if link.startswith("#")} == set(page.ids)
        assert len(page.ids) == len(set(page.ids)) > 1


def test_our_own_solution_is_named_so(batch: Path) -> None:
    (alike,) = write(batch)
    text = (batch / alike.with_reference[0].page).read_text("utf-8")
    assert alike.with_reference[0].left == "Bob"
    assert "Bob ~ our own solution" in text
    assert "ask the candidate" in text
    assert "Go through lines " in text


def test_two_who_are_alike_elsewhere_too(tmp_path: Path) -> None:
    rng = random.Random(1)
    logistic = {name: text for name, text in solutions("logistic").items() if name.startswith("hand-right-")}
    name, text = next(iter(logistic.items()))
    linear = BY_HAND | {name: BY_HAND[MODEL], "copy": disguised(BY_HAND[MODEL], rng)}
    make_batch(tmp_path, linear, logistic=logistic | {"copy": disguised(text, rng)})
    first, second = write(tmp_path)
    one = next(one for one in first.pairs if {one.left, one.right} == {name, "copy"})
    other = second.pairs[0]
    assert f'<a href="../{other.page}">Logistic regression</a>, {other.overlap} %' in (tmp_path / one.page).read_text(
        "utf-8"
    )


def test_nothing_accuses(batch: Path) -> None:
    write(batch)
    stream = StringIO()
    with Store(batch / "results.sqlite") as store:
        print_similar(compare(store), Console(file=stream, width=80), page="x")
    for text in (stream.getvalue(), *(path.read_text("utf-8") for path in batch.rglob("*.html"))):
        words = re.sub(r"<code>.*?</code>", "", text, flags=re.DOTALL).lower()
        assert not [word for word in ACCUSING if word in words]


@pytest.mark.parametrize("harm", [HOSTILE, TRICKS])
def test_nothing_of_names_and_texts_acts(tmp_path: Path, harm: str) -> None:
    answer = BY_HAND[MODEL].replace("class Lin", f"# {harm} and more\n'{harm}'\nclass Lin").replace("SSres", "x" + harm)
    make_batch(tmp_path, {f"Ann {harm}": answer, f"Bob {harm}": answer, f"Cy {harm}": answer})
    (alike,) = write(tmp_path)
    assert len(alike.clusters[0].members) == 3
    for path in (tmp_path / "similar.html", *(tmp_path / "similar").iterdir()):
        text = path.read_text("utf-8")
        assert not {"script", "img"} & Page(text).names
        assert not set(text) & {"\x1b", "\x00", "\u202e", "\u2066"}
    assert ("&lt;script&gt;" in text) == (harm == HOSTILE)
    assert alike.pairs[0].comments


def test_pages_of_an_earlier_comparison_go(batch: Path) -> None:
    write(batch)
    many = len(list((batch / "similar").iterdir()))
    (batch / "similar" / "notes.txt").write_text("mine")
    write(batch, most=1)
    assert len(list((batch / "similar").iterdir())) == 3 < many + 1


def test_large_cluster_is_not_named_whole() -> None:
    members = tuple(f"candidate {n}" for n in range(2000))
    alike = Alike(
        slug="linear", compared=2000, too_short=3, solutions=60, usual=None, usual_here=None,
        clusters=(Cluster(1, members, True),), pairs=(), with_reference=(),
    )  # fmt: skip
    page = render_similar([alike])
    assert f"candidate {MOST_MEMBERS - 1} and 1,970 more" in page
    assert "Nothing but names, comments and formatting tells these answers apart." in page
    assert "3 answers not compared" in page
    assert "No two answers are more alike than is usual by chance." in page


def test_empty_batch() -> None:
    Page(render_similar([]))
    assert "Nobody has answered anything yet." in render_similar([])


def test_data_says_it_all(batch: Path) -> None:
    (alike,) = write(batch)
    data = json.loads((batch / "similar.json").read_text("utf-8"))
    assert data["schema"] == 1
    (exercise,) = data["exercises"]
    assert exercise["slug"] == "linear"
    assert [one["overlap"] for one in exercise["pairs"]] == [one.overlap for one in alike.pairs]
    assert exercise["pairs"][0]["chance"].keys() == {"among", "at_least", "of"}
    assert exercise["with_reference"][0]["identical"] is True


def test_unwritable_folder_is_a_sentence(batch: Path) -> None:
    (batch / "similar").write_text("a file")
    with pytest.raises(InputError, match="cannot be written"):
        write(batch)


# ------------------------------------------------------------------------------------------ terminal


def test_table_fits_into_80_columns(batch: Path) -> None:
    stream = StringIO()
    with Store(batch / "results.sqlite") as store:
        print_similar(compare(store), Console(file=stream, width=80), page="out/similar.html")
    text = stream.getvalue()
    assert max(map(len, text.splitlines())) <= 80
    assert f"Cluster 1  Ann, {MODEL}" in text
    assert re.search(rf"\d\d %  +\d+  +(1 in|none of) [\d,]+ +1 +Ann ~ +{MODEL}", text)
    assert re.search(r"same +\d+ +none of 40 +Bob", text)
    assert "out/similar.html" in text


def test_table_shows_so_many(tmp_path: Path) -> None:
    make_batch(tmp_path, solutions("linear"))
    stream = StringIO()
    with Store(tmp_path / "results.sqlite") as store:
        print_similar(compare(store, most=40), Console(file=stream, width=80), page="x")
        print_similar([], Console(file=stream, width=80), page="x")
    assert "and 25 more on the page" in stream.getvalue()
    assert "Nobody has answered anything yet." in stream.getvalue()


def grade(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*GRADE, *arguments], cwd=cwd, capture_output=True, text=True, timeout=120)


def test_command(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in {"Ann": BY_HAND[MODEL], "Bob": BY_HAND[MODEL].replace("SSres", "r"), "Cy": ""}.items():
        (tmp_path / "in" / f"{name}.py").write_text(text, "utf-8")
    graded = grade("batch", "in", "--out", "out", "--jobs", "1", "--trust-submission", cwd=tmp_path)
    assert graded.returncode == 0, graded.stderr
    done = grade("similar", "out", "--most", "5", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ann ~ Bob" in done.stdout
    assert "out/similar.html" in done.stdout
    assert (tmp_path / "out" / "assets" / "similar.css").is_file()


def test_command_without_a_batch(tmp_path: Path) -> None:
    done = grade("similar", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert "out holds no graded batch" in done.stderr
    assert grade("similar", "out", "--most", "0", cwd=tmp_path).returncode == 2


def test_command_without_the_extra(batch: Path) -> None:
    code = "import sys; sys.modules['copydetect'] = None; from grader.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "similar", str(batch)], capture_output=True, text=True, timeout=120, env=os.environ
    )
    assert done.returncode == 2
    assert "install the extra: pip install 'interview-practice-grader[similar]'" in done.stderr
    assert not (batch / "similar.html").exists()
