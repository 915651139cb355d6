"""Turns the entries of one candidate into a page that shares its style sheet with the others of a batch."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from grader.catalog import content_folder
from grader.report.html import render_grade
from grader.report.rows import exercise_titles, standing
from grader.report.templates import fill, write_page
from grader.results import Entry, Standing

ICONS: dict[Standing, str] = {"ungraded": "error", "invalid": "fail", "missing": "skip"}
"""The icon of a verdict that has none of its own name."""


class Answer(NamedTuple):
    """One exercise on the candidate's page."""

    slug: str
    title: str
    tone: Standing
    icon: str
    score: float | None
    body: Markup


def render_candidate(entries: Sequence[Entry], *, assets: str | None = "../assets", back: str | None = None) -> str:
    """Return one page on all of a candidate's exercises, at least one.

    ``assets`` is where ``write_assets`` wrote, and ``back`` the page of the cohort, both seen from this page. Without
    ``assets`` the page stands alone, to be sent to somebody.
    """
    return str(
        fill(
            "candidate.html.j2",
            candidate=entries[0].candidate,
            entries=[_answer(entry) for entry in entries],
            notes=list(dict.fromkeys(note for entry in entries for note in entry.notes)),
            assets=assets,
            back=back,
        )
    )


def write_assets(folder: Path) -> None:
    """Write what the pages of a batch share into ``folder``. Raises ``InputError`` if that is not possible."""
    source = content_folder("templates") / "report"
    sheets = [(source / name).read_text("utf-8") for name in ("style.css", "batch.css")]
    write_page(folder / "style.css", "\n".join(sheets))


def _answer(entry: Entry) -> Answer:
    title, grade = exercise_titles().get(entry.slug, entry.slug), entry.grade
    if grade is None:
        body = fill("report/missing.html.j2", entry=entry, title=title)
        return Answer(entry.slug, title, "missing", ICONS["missing"], None, body)
    tone = standing(grade)
    score = grade.score if grade.checks and tone != "ungraded" else None
    body = render_grade(grade, prefix=f"{entry.slug}-", level="h2")
    return Answer(entry.slug, title, tone, ICONS.get(tone, tone), score, body)
