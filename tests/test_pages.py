"""Draws the page of one candidate among many."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec.structs
import pytest
from lxml import html

from grader.catalog import load_catalog
from grader.errors import InputError
from grader.report.html import render_html
from grader.report.pages import render_candidate, write_assets
from grader.results import Entry, Finding, Grade

HOSTILE = "<script>alert(1)</script>\"'&"
CHROMIUM = shutil.which("chromium")


@pytest.fixture
def entries(real_grades: dict[str, Grade]) -> list[Entry]:
    """Entries of one candidate for every exercise, of every kind."""
    names = ("loss-without-half", "raises", "right", "syntax")
    finding = Finding("loop", 2, "A loop.")
    entries = []
    for exercise, name in zip(load_catalog(), names, strict=True):
        grade = real_grades[name]
        submission = msgspec.structs.replace(grade.submission, findings=(finding,))
        entries.append(
            Entry("Ada", exercise.slug, msgspec.structs.replace(grade, exercise=exercise, submission=submission))
        )
    return [*entries, Entry("Ada", "missing-one", None, f"There is none: {HOSTILE}", (f"Refused: {HOSTILE}",))]


def parsed(page: str) -> Any:
    return html.document_fromstring(page)


def test_every_anchor_is_there_once(entries: list[Entry]) -> None:
    page = parsed(render_candidate(entries))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//@href") if href.startswith("#")}
    assert len(targets) > 50
    assert targets <= set(ids)


def test_anchors_of_the_single_page_are_all_there(entries: list[Entry]) -> None:
    for entry in entries[:-1]:
        assert entry.grade is not None
        page = parsed(render_html(entry.grade))
        assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} <= set(page.xpath("//@id"))


def test_all_exercises_are_on_the_page(entries: list[Entry]) -> None:
    page = parsed(render_candidate(entries, back="../index.html"))
    assert page.findtext(".//h1") == "Ada"
    assert page.xpath("//article[contains(@class, 'grade')]/@id") == [entry.slug for entry in entries]
    overview = [" ".join(row.text_content().split()) for row in page.xpath("//table[@class='overview']/tbody/tr")]
    assert overview == [
        "Linear regression Not yet 93.3 %",
        f"{load_catalog()[1].title} Not yet {entries[1].grade.score:g} %",  # type: ignore[union-attr]
        f"{load_catalog()[2].title} Passed 100 %",
        f"{load_catalog()[3].title} Could not be graded",
        "missing-one Not graded",
    ]
    assert page.xpath("//p[@class='back']/a/@href") == ["../index.html"]


def test_one_exercise_needs_no_overview(entries: list[Entry]) -> None:
    page = parsed(render_candidate(entries[:1]))
    assert not page.xpath("//table[@class='overview']")
    assert not page.xpath("//p[@class='back']")


def test_nothing_of_the_candidate_is_markup(entries: list[Entry]) -> None:
    named = [msgspec.structs.replace(entry, candidate=HOSTILE) for entry in entries]
    page = render_candidate(named)
    assert "<script" not in page
    document = parsed(page)
    assert document.findtext(".//h1") == HOSTILE
    assert document.xpath("//div[@class='notes']//li/text()") == [f"Refused: {HOSTILE}"]
    assert HOSTILE in document.xpath("//article[@id='missing-one']")[0].text_content()


def test_notes_are_shown_once(entries: list[Entry]) -> None:
    noted = [msgspec.structs.replace(entry, notes=("A link was refused.",)) for entry in entries]
    assert parsed(render_candidate(noted)).xpath("//div[@class='notes']//li/text()") == ["A link was refused."]


def test_the_style_sheet_is_shared(entries: list[Entry], tmp_path: Path) -> None:
    page = render_candidate(entries, assets="../some assets")
    assert 'href="../some%20assets/style.css"' in page
    assert "<style" not in page
    # the policy lets no style through that stands in the page
    assert not parsed(page).xpath("//@style")
    assert "style-src 'self'" in page
    write_assets(tmp_path / "assets")
    sheet = (tmp_path / "assets/style.css").read_text("utf-8")
    assert "--page" in sheet
    assert ".matrix" in sheet
    assert len(render_candidate(entries[:1])) < len(render_html(entries[0].grade)) - 10_000  # type: ignore[arg-type]


def test_a_page_to_send_stands_alone(entries: list[Entry]) -> None:
    page = render_candidate(entries, assets=None)
    assert "stylesheet" not in page
    assert ".matrix" in page
    assert "style-src 'unsafe-inline'" in page


def test_links_run_no_scripts(entries: list[Entry]) -> None:
    page = parsed(render_candidate(entries, back="javascript:alert(1)"))
    assert page.xpath("//p[@class='back']/a/@href") == ["javascript%3Aalert%281%29"]


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        write_assets(tmp_path / "file")


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_the_policy_lets_the_style_sheet_through_from_a_folder(entries: list[Entry], tmp_path: Path) -> None:
    write_assets(tmp_path / "assets")
    page = render_candidate(entries)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/ada.html").write_text(page, "utf-8")
    (tmp_path / "pages/stopped.html").write_text(page.replace("style-src 'self'", "style-src 'none'"), "utf-8")
    assert "Content Security Policy" not in console_of(tmp_path / "pages/ada.html", tmp_path)
    # what a refusal would look like
    assert "Content Security Policy" in console_of(tmp_path / "pages/stopped.html", tmp_path)


def console_of(page: Path, profile: Path) -> str:
    """Return what Chromium says while it draws a page."""
    options = "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking"
    options += " disable-component-update disable-sync dump-dom enable-logging=stderr"
    command = [str(CHROMIUM), f"--user-data-dir={profile / page.stem}", *(f"--{option}" for option in options.split())]
    result = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, timeout=120)
    assert re.search("<h1>", result.stdout)
    return result.stderr
