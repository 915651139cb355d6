"""Turns a stored batch into the files that people and programs read, one candidate after the other."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import msgspec

from grader.cohort.batch import Plan
from grader.cohort.pool import processes
from grader.cohort.store import Store
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

SIMILAR = "similar.html"
"""What `grade similar` writes."""

PAGES, PAGES_TO_SEND, GRADESCOPE = "candidates", "for-candidates", "gradescope"

TOGETHER = 16
"""How many candidates' pages are one piece of work; fewer than that are written here, without other processes."""

OnProgress = Callable[[int, int], None]


def publish(
    store: Store, plan: Plan, folder: Path, *, for_candidates: bool, jobs: int | None, on_page: OnProgress
) -> list[Row]:
    """Write everything about a run into ``folder``; return the rows of the cohort.

    ``for_candidates`` adds a page per candidate that can be sent to them; ``jobs`` processes draw the pages. Raises
    ``InputError`` if a file cannot be written.
    """
    try:
        for kind in (PAGES, GRADESCOPE, *([PAGES_TO_SEND] if for_candidates else [])):
            (folder / kind).mkdir(parents=True, exist_ok=True)
        write_assets(folder / "assets")
        rows = list(_write_pages(store, Task(store.path, plan, folder, for_candidates), jobs, on_page))
        links = [("Similar answers", SIMILAR)] if (folder / SIMILAR).exists() else []
        write_cohort(rows, _columns(store, plan), folder, links=links)
        (folder / "summary.md").write_text(summary_markdown(rows), "utf-8")
        _write(folder / "grades.csv", csv_lines(_entries(store, plan)))
        _write(folder / "grades.json", _json(_entries(store, plan)))
        _write(folder / "junit.xml", junit_chunks(_entries(store, plan), store.setting("started", "")))
    except OSError as error:
        raise InputError(f"{error.filename or folder} cannot be written: {error.strerror}") from error
    return rows


class Task(NamedTuple):
    """What a process has to know to write a candidate's pages."""

    store: Path
    plan: Plan
    folder: Path
    for_candidates: bool


def _write_pages(store: Store, task: Task, jobs: int | None, on_page: OnProgress) -> Iterator[Row]:
    names = [hand_in.candidate for hand_in in store.hand_ins()]
    pieces = [(task, names[start : start + TOGETHER]) for start in range(0, len(names), TOGETHER)]
    done = 0
    with processes(jobs) if len(pieces) > 1 else nullcontext() as executor:
        for rows in executor.map(_write_piece, pieces) if executor else map(_write_piece, pieces):
            done += len(rows)
            on_page(done, len(names))
            yield from rows


def _write_piece(piece: tuple[Task, list[str]]) -> list[Row]:
    task, names = piece
    with Store(task.store) as store:
        return [_write_candidate(store, task, name) for name in names]


def _write_candidate(store: Store, task: Task, name: str) -> Row:
    hand_in = store.hand_in(name)
    assert hand_in is not None
    entries = store.entries(task.plan.run, hand_in, task.plan.slugs)
    _write(task.folder / PAGES / f"{name}.html", [render_candidate(entries, back="../index.html")])
    (task.folder / GRADESCOPE / f"{name}.json").write_bytes(gradescope(entries))
    if task.for_candidates:
        own = [candidate_entry(entry) for entry in entries]
        _write(task.folder / PAGES_TO_SEND / f"{name}.html", [render_candidate(own, assets=None)])
    return to_row(entries, f"{PAGES}/{name}.html")


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
        names = ("candidate", "reason", "notes", "handout")
        record = {"exercise": entry.slug, **{name: getattr(entry, name) for name in names}, "grade": grade}
        yield separator + msgspec.json.encode(record).decode()
        separator = ",\n"
    yield "\n]\n" if separator == ",\n" else "[]\n"


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
