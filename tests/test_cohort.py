"""Draws the cohort: for nobody, for a few, for ten thousand."""

import re
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from grader.errors import InputError
from grader.report.cohort import CELL, ROWS, page_name, render_cohort, spoken, strokes, write_cohort
from grader.results import Column, Mark, Row

HOSTILE = "<script>alert(1)</script>\"'&"
COLUMNS = {
    "linear": [Column(f"test_{n}", f"Sentence {n} about `fit`.", "shapes" if n < 20 else "loss") for n in range(36)],
    "logistic": [Column(f"test_{n}", f"Other {n}.", "loss") for n in range(4)],
}
MISTAKES = (("loss-without-half", "Your `loss` is twice the loss."),)


def cohort(n: int) -> list[Row]:
    """Return candidates of whom each third passes, fails, or is not graded."""
    return [row(number) for number in range(n)]


def row(number: int) -> Row:
    passed = Mark("linear", "pass", 72, 72, 100.0, "p" * 36)
    failed = Mark("linear", "fail", 60, 72, 83.3, "p" * 20 + "fsfs" + "p" * 10 + "re", MISTAKES)
    other = Mark("logistic", "fail", 2, 8, 25.0, "pfff", (("unknown", "No mistake explains it."),))
    marks = [(passed,), (failed, other), (Mark("linear", "missing", reason="The archive is encrypted."),)]
    return Row(f"candidate {number}", f"candidates/{number}.html", marks[number % 3])


def pages(rows: list[Row], **options: Any) -> dict[str, Any]:
    return {name: html.document_fromstring(page) for name, page in render_cohort(rows, COLUMNS, **options)}


def words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_nobody() -> None:
    ((name, page),) = render_cohort([], {})
    assert name == "index.html"
    assert "Nobody has handed anything in yet." in page


def test_the_overview_counts() -> None:
    page = pages(cohort(3))["index.html"]
    tiles = [words(tile) for tile in page.xpath("//dl[@class='tiles']/div")]
    assert tiles == ["Candidates 3", "Passed everything 1 33 %", "Median score 50 %", "Could not be graded 1"]
    first, second = page.xpath("//section[@id='exercises']/article")
    assert words(first.find("p")) == "1 of 3 passed, median 91.7 %, 1 without a score"
    assert "Your loss is twice the loss." in words(first)
    assert "21 Sentence 20 about fit . 1" in words(first)
    assert "A mistake without a name" in words(second)
    assert first.xpath(".//*[local-name()='rect']/*[local-name()='title']/text()")[8] == "80 to below 90 %: 1 candidate"


def test_the_ranking_leads_to_the_reports() -> None:
    page = pages(cohort(3))["index.html"]
    lines = page.xpath("//table[@class='ranking']/tbody/tr")
    assert [words(line) for line in lines] == [
        "1 candidate 1 54.15 ✗ 83.3 ✗ 25 loss-without-half unnamed",
        "2 candidate 0 50 ✓ 100 -",
        "3 candidate 2 0 not graded -",
    ]
    assert page.xpath("//table[@class='ranking']//a/@href")[0] == "candidates/1.html"
    assert page.xpath("//table[@class='matrix']//a/@href")[0] == "candidates/1.html#linear"


def test_the_matrix_has_a_column_per_check() -> None:
    page = pages(cohort(3))["index.html"]
    heads, other = page.xpath("//*[@class='heads']")
    assert heads.get("width") == str(36 * CELL)
    titles = heads.xpath(".//*[local-name()='text']/*[local-name()='title']/text()")
    assert titles == [column.title for column in COLUMNS["linear"]]
    assert heads.xpath(".//*[local-name()='g']/*[local-name()='title']/text()") == ["shapes", "loss"]
    assert len(other.xpath(".//*[local-name()='text']")) == 4
    labels = page.xpath("//table[@class='matrix']//*[@class='cells']/@aria-label")
    assert labels == ["30 of 36 passed, failed 21 23", "36 of 36 passed", "1 of 4 passed, failed 2 3 4"]
    assert "The archive is encrypted." in words(page.xpath("//table[@class='matrix']")[0])


def test_each_outcome_is_in_the_legend() -> None:
    page = pages(cohort(3))["index.html"]
    legend = [words(item) for item in page.xpath("//ul[@class='legend']/li")]
    assert legend == ["passed", "failed", "remark", "skipped", "grader error"]


@given(outcomes=st.text(alphabet="pfrse", max_size=60))
def test_strokes_are_the_outcomes(outcomes: str) -> None:
    drawn = [""] * len(outcomes)
    for letter, path in strokes(outcomes):
        for start, length in re.findall(r"M(\d+) 8h(\d+)", path):
            for cell in range(int(start) // CELL, (int(start) + int(length)) // CELL):
                assert drawn[cell] == ""
                drawn[cell] = letter
    assert "".join(drawn) == outcomes
    assert spoken(outcomes).startswith(f"{outcomes.count('p')} of {len(outcomes)} passed")


def test_nothing_of_a_candidate_is_markup() -> None:
    mark = Mark("linear", "invalid", reason=HOSTILE, diagnosis=((HOSTILE, HOSTILE),))
    hostile = Row(HOSTILE, "javascript:alert(1)//", (mark, Mark(HOSTILE, "missing", reason=HOSTILE)))
    ((_, page),) = render_cohort([hostile], {}, links=[(HOSTILE, "javascript:alert(1)")])
    assert "<script" not in page
    links = html.document_fromstring(page).xpath("//@href")
    assert not [link for link in links if link.startswith("javascript:")]


def test_anchors_are_there_once_and_no_style_is_in_the_page() -> None:
    for page in pages(cohort(ROWS + 1)).values():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} <= set(ids)
        assert not page.xpath("//@style|//style|//script")
        assert page.xpath("//link[@rel='stylesheet']/@href") == ["assets/style.css"]


def test_further_pages_hold_the_other_rows() -> None:
    found = pages(cohort(2 * ROWS + 1), links=[("Similar", "similar.html")])
    assert list(found) == ["index.html", "index-2.html", "index-3.html"]
    names = [name for page in found.values() for name in page.xpath("//table[@class='ranking']//a/text()")]
    assert len(set(names)) == len(names) == 2 * ROWS + 1
    second = found["index-2.html"]
    assert not second.xpath("//dl[@class='tiles']")
    assert f"{ROWS + 1} to {2 * ROWS} of {2 * ROWS + 1}" in words(second.find(".//h2"))
    pager = second.xpath("//nav[@class='pager']")[0]
    assert pager.xpath("a/@href") == ["index.html#ranking", "index-3.html#ranking"]
    assert pager.findtext("b") == "2"
    assert "similar.html" in second.xpath("//@href")


def test_columns_that_are_not_known_are_numbered() -> None:
    ((_, page),) = render_cohort(cohort(3), {})
    assert "check 21" in page


def test_ten_thousand_candidates_stay_small(tmp_path: Path) -> None:
    rows = cohort(10_000)
    tracemalloc.start()
    write_cohort(rows, COLUMNS, tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40e6
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 10_000 // ROWS
    assert max(sizes) < 1e6


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        write_cohort([], {}, tmp_path / "file")


def test_page_names() -> None:
    assert [page_name(1), page_name(2)] == ["index.html", "index-2.html"]
