"""Turns what many candidates came to into tables: CSV for a spreadsheet, Markdown for the page of a CI job."""

from collections.abc import Iterable, Iterator

from grader.results import Entry, Row


def csv_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of ``grades.csv``, the header first, a line per candidate and exercise."""
    raise NotImplementedError


def summary_markdown(rows: Iterable[Row], *, top: int = 10) -> str:
    """Return the counts, the first ``top`` candidates and the most common mistakes of each exercise."""
    raise NotImplementedError
