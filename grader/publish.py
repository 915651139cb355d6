"""Turns a stored batch into the files that people and programs read, one candidate after the other."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from grader.batch import Plan
from grader.errors import InputError
from grader.report.candidate import candidate_entry
from grader.report.cohort import write_cohort
from grader.report.exports import json_record
from grader.report.gradescope import gradescope
from grader.report.junit import junit_chunks
from grader.report.pages import render_candidate, write_assets
from grader.report.rows import to_columns, to_row
from grader.report.tables import csv_lines, summary_markdown
from grader.results import Column, Entry, Row
from grader.store import Store

PAGES, PAGES_TO_SEND = "candidates", "for-candidates"

OnProgress = Callable[[int, int], None]


def publish(store: Store, plan: Plan, folder: Path, *, for_candidates: bool, on_page: OnProgress) -> list[Row]:
    """Write everything about a run into ``folder``; return the rows of the cohort.

    ``for_candidates`` adds a page per candidate that can be sent to them. Raises ``InputError`` if a file cannot be
    written.
    """
    try:
        rows = _write_pages(store, plan, folder, for_candidates, on_page)
        write_cohort(rows, _columns(store, plan), folder)
        (folder / "summary.md").write_text(summary_markdown(rows), "utf-8")
        _write(folder / "grades.csv", csv_lines(_entries(store, plan)))
        _write(folder / "grades.json", _json(_entries(store, plan)))
        _write(folder / "junit.xml", junit_chunks(_entries(store, plan)))
    except OSError as error:
        raise InputError(f"{error.filename or folder} cannot be written: {error.strerror}") from error
    return rows


def _write_pages(store: Store, plan: Plan, folder: Path, for_candidates: bool, on_page: OnProgress) -> list[Row]:
    kinds = [PAGES, "gradescope", *([PAGES_TO_SEND] if for_candidates else [])]
    for kind in kinds:
        (folder / kind).mkdir(parents=True, exist_ok=True)
    write_assets(folder / "assets")
    hand_ins = list(store.hand_ins())
    rows = []
    for number, hand_in in enumerate(hand_ins, 1):
        entries = store.entries(plan.run, hand_in, plan.slugs)
        name = hand_in.candidate
        _write(folder / PAGES / f"{name}.html", [render_candidate(entries, back="../index.html")])
        (folder / "gradescope" / f"{name}.json").write_bytes(gradescope(entries))
        if for_candidates:
            own = [candidate_entry(entry) for entry in entries]
            _write(folder / PAGES_TO_SEND / f"{name}.html", [render_candidate(own)])
        rows.append(to_row(entries, f"{PAGES}/{name}.html"))
        on_page(number, len(hand_ins))
    return rows


def _entries(store: Store, plan: Plan) -> Iterator[Entry]:
    for hand_in in store.hand_ins():
        yield from store.entries(plan.run, hand_in, plan.slugs)


def _columns(store: Store, plan: Plan) -> dict[str, tuple[Column, ...]]:
    columns: dict[str, tuple[Column, ...]] = {}
    for entry in _entries(store, plan):
        if entry.grade and entry.grade.checks and entry.slug not in columns:
            columns[entry.slug] = to_columns(entry.grade)
            if len(columns) == len(plan.slugs):
                break
    return columns


def _json(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a list with a record per line, so that it can be read whole or line by line."""
    separator = "[\n"
    for entry in entries:
        grade = json_record(entry.grade) if entry.grade else None
        record = {"candidate": entry.candidate, "exercise": entry.slug, "reason": entry.reason, "notes": entry.notes}
        yield separator + msgspec.json.encode({**record, "grade": grade}).decode()
        separator = ",\n"
    yield "\n]\n" if separator == ",\n" else "[]\n"


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
