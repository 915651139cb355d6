"""Turns the entries of one candidate into a page that shares its style sheet with the others of a batch."""

from collections.abc import Sequence
from pathlib import Path

from grader.results import Entry


def render_candidate(entries: Sequence[Entry], *, assets: str = "../assets", back: str | None = None) -> str:
    """Return one page on all of a candidate's exercises, at least one.

    ``assets`` is where ``write_assets`` wrote, and ``back`` the page of the cohort, both seen from this page.
    """
    raise NotImplementedError


def write_assets(folder: Path) -> None:
    """Write what the pages of a batch share into ``folder``. Raises ``InputError`` if that is not possible."""
    raise NotImplementedError
