"""Turns what answers have in common into pages: an overview, each pair side by side, and the same as data."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from grader.catalog import content_folder, find_exercise
from grader.report.chance import sentences, short
from grader.report.pages import write_assets
from grader.report.rows import exercise_titles
from grader.report.templates import fill, write_page
from grader.results import Alike, Beside, Likeness, Passage, Shown

SCHEMA = 1

COLOURS = 6
"""Passages have a number and one of so many colours; the style sheet has them."""

QUESTIONS = 2
"""Follow-up questions of the exercise among what to ask."""

MOST_MEMBERS = 30
"""Candidates of a cluster that are named."""

MOST_NAMES = 12
"""Names and comments in common that are shown."""


class Line(NamedTuple):
    """One line of an answer that stands beside another."""

    number: int
    code: Markup
    passage: int
    """The number of the passage that it is in, from 1; 0 for none."""
    begins: bool
    """Whether the passage begins here."""
    given: bool

    @property
    def kind(self) -> str:
        """Return the classes of the line for the style sheet."""
        return f"p{(self.passage - 1) % COLOURS + 1}" if self.passage else "given" if self.given else ""


def write_similar(alikes: Sequence[Alike], pairs: Iterable[Beside], folder: Path) -> None:
    """Write ``similar.html``, a page for each pair that is listed, and ``similar.json``.

    Pages of an earlier comparison are removed. Raises ``InputError`` if a file cannot be written.
    """
    write_assets(folder / "assets")
    sheet = content_folder("templates") / "report" / "similar.css"
    write_page(folder / "assets" / "similar.css", sheet.read_text("utf-8"))
    for page in (folder / "similar").glob("*.html"):
        page.unlink()
    for beside in pairs:
        write_page(folder / beside.likeness.page, render_pair(beside, alikes))
    write_page(folder / "similar.json", similar_json(alikes))
    write_page(folder / "similar.html", render_similar(alikes))


def similar_json(alikes: Sequence[Alike]) -> str:
    """Return everything as JSON."""
    record = {"schema": SCHEMA, "exercises": alikes}
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def render_similar(alikes: Sequence[Alike]) -> str:
    """Return the overview: by exercise, the clusters, the pairs, and the answers that are like the reference."""
    page = fill(
        "report/similar.html.j2",
        alikes=alikes,
        titles=exercise_titles(),
        short=short,
        most_members=MOST_MEMBERS,
        assets="assets",
    )
    return str(page)


def render_pair(beside: Beside, alikes: Sequence[Alike]) -> str:
    """Return the page on which two answers stand side by side, what they share in colours."""
    passages, exercise = _seen(beside.likeness.passages), find_exercise(beside.slug)
    alike = next(alike for alike in alikes if alike.slug == beside.slug)
    page = fill(
        "report/similar_pair.html.j2",
        likeness=beside.likeness,
        title=exercise.title,
        sides=[
            ("left", "right", beside.left.title, _lines(beside.left, [p.left for p in passages])),
            ("right", "left", beside.right.title, _lines(beside.right, [p.right for p in passages])),
        ],
        chance=sentences(beside.likeness, alike),
        elsewhere=list(_elsewhere(beside, alikes)),
        questions=[item.question for item in exercise.follow_ups[:QUESTIONS]],
        most_names=MOST_NAMES,
        assets="../assets",
    )
    return str(page)


def _elsewhere(beside: Beside, alikes: Iterable[Alike]) -> Iterator[tuple[str, Likeness]]:
    """Yield the other exercises in which the two are alike as well."""
    both = {beside.likeness.left, beside.likeness.right}
    for alike in alikes:
        if alike.slug != beside.slug:
            listed = (*alike.pairs, *alike.with_reference)
            yield from ((exercise_titles()[alike.slug], one) for one in listed if {one.left, one.right} == both)


def _seen(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages but for those of which, on one side, a longer one leaves no line to be seen."""
    found = list(passages)
    left, right = _of_line([p.left for p in found]), _of_line([p.right for p in found])
    return [found[number - 1] for number in sorted(set(left.values()) & set(right.values()))]


def _of_line(passages: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return, by line, the number of the longest passage that it is in."""
    of_line: dict[int, int] = {}
    for number, (first, last) in enumerate(passages, 1):
        for line in range(first, last + 1):
            of_line.setdefault(line, number)
    return of_line


def _lines(shown: Shown, passages: Iterable[tuple[int, int]]) -> list[Line]:
    of_line = _of_line(passages)
    lines, before = [], 0
    for number, code in enumerate(_colour(shown.source), 1):
        passage = of_line.get(number, 0)
        lines.append(Line(number, code, passage, passage not in (0, before), number in shown.given))
        before = passage
    return lines


def _colour(source: str) -> list[Markup]:
    """Return a text line by line, escaped and coloured. Each line is closed in itself."""
    # pygments escapes what it is given and adds nothing but its own tags
    page = highlight(source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True))
    return [Markup(line) for line in page.removesuffix("\n").split("\n")]
