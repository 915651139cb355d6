"""Turns what a batch finds out into rows of a SQLite file, one by one as it comes, and back.

Every row is written whole or not at all, so that a batch that was killed goes on where it stopped. A *run* is one pass
over all answers: the first grading, and each later one with changed suites. Source texts and grades are kept; the
hand-ins themselves are not needed again.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

from grader.cohort.jobs import unpack_grade
from grader.errors import InputError
from grader.results import Entry, Grade

SCHEMA = 1

TABLES = """
CREATE TABLE IF NOT EXISTS batch (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, suites TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS hand_in (
    candidate TEXT PRIMARY KEY, path TEXT NOT NULL, stamp TEXT NOT NULL, notes TEXT NOT NULL,
    refused TEXT NOT NULL, handout TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS answer (
    candidate TEXT NOT NULL, slug TEXT NOT NULL, path TEXT NOT NULL, source TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (candidate, slug)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS grade (
    run INTEGER NOT NULL, candidate TEXT NOT NULL, slug TEXT NOT NULL, packed BLOB NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (run, candidate, slug));
"""


class Answer(Struct, frozen=True):
    """A candidate's answer to an exercise: a source text, or the reason why there is none."""

    slug: str
    path: str = ""
    source: str = ""
    reason: str = ""


class Stored(Struct, frozen=True):
    """A hand-in after it was looked into."""

    candidate: str
    path: str
    stamp: str
    """By which a later look tells whether the hand-in is still the same."""
    notes: tuple[str, ...] = ()
    refused: str = ""
    handout: str = ""


class Store:
    """The file in which a batch keeps what it knows. Raises ``InputError`` for a file that is none of its own."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        """Open the file; with ``new`` make it if it is not there."""
        self.path = path
        if not new and not path.is_file():
            raise InputError(f"{path.parent} holds no graded batch: `grade batch PATH --out {path.parent}` makes one")
        self._connection = sqlite3.connect(path, isolation_level=None)
        try:
            # a killed process loses nothing that it has written; only a power cut could, and then whole rows
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.executescript(TABLES)
            found = self.setting("schema", str(SCHEMA))
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise InputError(f"{path} is not a graded batch, or damaged ({error}): name another folder") from error
        if found != str(SCHEMA):
            self._connection.close()
            raise InputError(f"{path} was written by another version of the grader: name another folder")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._connection.close()

    def setting(self, name: str, value: str) -> str:
        """Return a setting of the batch, which is ``value`` if nobody has set it yet."""
        self._connection.execute("INSERT OR IGNORE INTO batch VALUES (?, ?)", (name, value))
        (found,) = self._connection.execute("SELECT value FROM batch WHERE name = ?", (name,)).fetchone()
        return str(found)

    def settle(self, name: str, value: str) -> None:
        """Set a setting of the batch, whatever it was before."""
        self._connection.execute("INSERT OR REPLACE INTO batch VALUES (?, ?)", (name, value))

    # ------------------------------------------------------------------ hand-ins

    def hand_in(self, candidate: str) -> Stored | None:
        """Return what is known of a candidate's hand-in."""
        row = self._connection.execute("SELECT * FROM hand_in WHERE candidate = ?", (candidate,)).fetchone()
        return _stored(row) if row else None

    def hand_ins(self) -> Iterator[Stored]:
        """Yield all hand-ins, in the order of the candidates' names."""
        return map(_stored, self._connection.execute("SELECT * FROM hand_in ORDER BY candidate"))

    def put_hand_in(self, hand_in: Stored, answers: Iterable[Answer]) -> None:
        """Write a hand-in with its answers. What was known of it before is forgotten, its grades as well."""
        name = hand_in.candidate
        with self._at_once():
            for table in ("hand_in", "answer", "grade"):
                self._connection.execute(f"DELETE FROM {table} WHERE candidate = ?", (name,))
            fields = (name, hand_in.path, hand_in.stamp, json.dumps(hand_in.notes), hand_in.refused, hand_in.handout)
            self._connection.execute("INSERT INTO hand_in VALUES (?, ?, ?, ?, ?, ?)", fields)
            self._connection.executemany(
                "INSERT INTO answer VALUES (?, ?, ?, ?, ?)",
                [(name, a.slug, a.path, a.source, a.reason) for a in answers],
            )

    def answers(self, candidate: str) -> dict[str, Answer]:
        """Return a candidate's answers by exercise."""
        query = "SELECT slug, path, source, reason FROM answer WHERE candidate = ?"
        return {row[0]: Answer(*row) for row in self._connection.execute(query, (candidate,))}

    def answered(self) -> set[str]:
        """Return the exercises to which anybody has given an answer."""
        return {slug for (slug,) in self._connection.execute("SELECT DISTINCT slug FROM answer WHERE source != ''")}

    # -------------------------------------------------------------------- grades

    def latest_run(self) -> tuple[int, str] | None:
        """Return the number of the latest run and the fingerprint of its suites; None if there is none."""
        row = self._connection.execute("SELECT number, suites FROM run ORDER BY number DESC LIMIT 1").fetchone()
        return (int(row[0]), str(row[1])) if row else None

    def start_run(self, suites: str) -> int:
        """Begin another run and return its number."""
        latest = self.latest_run()
        number = latest[0] + 1 if latest else 1
        self._connection.execute("INSERT INTO run VALUES (?, ?)", (number, suites))
        return number

    def ungraded(self, run: int, slugs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield candidate and exercise of the answers that have no grade in a run yet."""
        chosen = sorted(slugs)
        marks = ", ".join("?" * len(chosen))
        query = f"""
            SELECT answer.candidate, answer.slug FROM answer LEFT JOIN grade
            ON grade.run = ? AND grade.candidate = answer.candidate AND grade.slug = answer.slug
            WHERE answer.source != '' AND grade.candidate IS NULL AND answer.slug IN ({marks})
            ORDER BY answer.candidate, answer.slug"""
        # all names at once: rows are written while they are gone through
        return iter(self._connection.execute(query, (run, *chosen)).fetchall())

    def put_grade(self, run: int, candidate: str, slug: str, packed: bytes, reason: str) -> None:
        """Write what became of an answer."""
        row = (run, candidate, slug, packed, reason)
        self._connection.execute("INSERT OR REPLACE INTO grade VALUES (?, ?, ?, ?, ?)", row)

    def grade(self, run: int, candidate: str, slug: str) -> tuple[Grade | None, str]:
        """Return a grade, or None and the reason why there is none."""
        query = "SELECT packed, reason FROM grade WHERE run = ? AND candidate = ? AND slug = ?"
        row = self._connection.execute(query, (run, candidate, slug)).fetchone()
        if row is None:
            return None, "it is not graded yet"
        return (unpack_grade(row[0]) if row[0] else None), row[1]

    def entries(self, run: int, hand_in: Stored, slugs: Iterable[str]) -> tuple[Entry, ...]:
        """Return a candidate's entries for the given exercises, in their order."""
        answers = self.answers(hand_in.candidate)
        return tuple(self._entry(run, hand_in, answers.get(slug), slug) for slug in slugs)

    def _entry(self, run: int, hand_in: Stored, answer: Answer | None, slug: str) -> Entry:
        grade, reason = None, hand_in.refused or (answer.reason if answer else "") or "there is no answer"
        if answer and answer.source:
            grade, reason = self.grade(run, hand_in.candidate, slug)
        return Entry(hand_in.candidate, slug, grade, reason, hand_in.notes, hand_in.handout)

    @contextlib.contextmanager
    def _at_once(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _stored(row: tuple[str, ...]) -> Stored:
    candidate, path, stamp, notes, refused, handout = row
    return Stored(candidate, path, stamp, tuple(json.loads(notes)), refused, handout)
