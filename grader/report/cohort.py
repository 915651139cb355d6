"""Turns the rows of all candidates into the pages of the cohort: how it went, who is where, and what went wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from grader.results import Column, Row

ROWS = 250
"""How many candidates a page holds."""


def render_cohort(
    rows: Iterable[Row],
    columns: Mapping[str, Sequence[Column]],
    *,
    assets: str = "assets",
    links: Sequence[tuple[str, str]] = (),
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page: ``index.html``, ``index-2.html`` and so on.

    ``columns`` holds, for each exercise, the checks behind the letters of its marks (``to_columns`` of any grade that
    has checks). ``assets`` is where ``write_assets`` wrote. ``links`` are further pages: what they are, and where.
    """
    raise NotImplementedError


def write_cohort(
    rows: Iterable[Row],
    columns: Mapping[str, Sequence[Column]],
    folder: Path,
    *,
    assets: str = "assets",
    links: Sequence[tuple[str, str]] = (),
) -> None:
    """Write the pages into ``folder``. Raises ``InputError`` if that is not possible."""
    raise NotImplementedError
