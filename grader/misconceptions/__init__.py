"""Turns the TOML files beside it into entries: edits of a reference, and what they mean in a submission."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import msgspec.structs
from msgspec import Struct

from grader.diagnosis import remembered
from grader.errors import CatalogError
from grader.results import Exercise


class Edit(Struct, frozen=True, cache_hash=True, forbid_unknown_fields=True):
    """A piece of the reference and what stands in its place."""

    find: str
    replace: str


class Misconception(Struct, frozen=True, cache_hash=True, forbid_unknown_fields=True):
    """A mistake by its name. A reference edited so behaves as a submission with that mistake does."""

    id: str
    edits: tuple[Edit, ...]
    says: str
    hints: tuple[str, str]
    """Where to look; what is wrong, without giving the line away."""
    alone: str = ""
    """What can be added if it is the only mistake, such as that the rest is right."""
    numbers: tuple[float, ...] = ()
    """It stands for several, which differ by one of these numbers, ``{c}`` in the text above."""
    raises: bool = False
    """It shows as an exception, so that behaviour alone does not name it."""


class Convention(Struct, frozen=True, forbid_unknown_fields=True):
    """An accepted deviation from the brief. Most show in how the program behaves; a few need another look."""

    id: str
    edits: tuple[Edit, ...]
    says: str
    remark: str
    numbers: tuple[float, ...] = ()
    """It stands for several, which differ by one of these numbers, ``{c}`` in the text above."""
    passing: str = ""
    """The channel that it shows in, if the suite lets it pass: there it is looked for although nothing failed."""
    predicts: bool = False
    """It predicts in another way too, so that the predictions have to agree as well."""
    random_start: bool = False
    """The start is drawn at random, so no edited reference repeats it."""
    beyond: bool = False
    """It shows only where the brief asks for nothing."""
    augmented: bool = False
    """It keeps the intercept and the weights in one more vector."""
    call: str = ""
    """The call by which it is recognised, since it behaves as the reference does: ``numpy.linalg.qr``."""

    @property
    def shows(self) -> bool:
        """Whether the answers to the questions about the brief tell it from the reference."""
        return not (self.random_start or self.beyond or self.augmented or self.call)


class Liberty(Struct, frozen=True, forbid_unknown_fields=True):
    """A way to write something that shows only where a mistake leads, such as a clip in the loss."""

    id: str
    edits: tuple[Edit, ...]
    numbers: tuple[float, ...] = ()


class Family(Struct, frozen=True, forbid_unknown_fields=True):
    """Mistakes that differ by one number, which stands as ``{c}`` in the edits and in what is said."""

    id: str
    edits: tuple[Edit, ...]
    says: str
    hints: tuple[str, str]
    alone: str = ""

    def with_number(self, number: float) -> tuple[Edit, ...]:
        """Return the edits with the number filled in."""
        return tuple(Edit(edit.find, edit.replace.replace("{c}", repr(number))) for edit in self.edits)


class Entries(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is known of one exercise."""

    include: tuple[str, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    conventions: tuple[Convention, ...] = ()
    families: tuple[Family, ...] = ()
    liberties: tuple[Liberty, ...] = ()


Numbered = TypeVar("Numbered", Misconception, Convention, Liberty)


def with_numbers(entries: Iterable[Numbered]) -> Iterator[Numbered]:
    """Yield the entries with each of their numbers filled in."""
    for entry in entries:
        text = msgspec.json.encode(msgspec.structs.replace(entry, numbers=())).decode()
        for number in entry.numbers:
            yield msgspec.json.decode(text.replace("{c}", f"{number:g}"), type=type(entry))
        if not entry.numbers:
            yield entry


@cache
def load_entries(stem: str) -> Entries:
    """Return the entries of an exercise, those that it shares with others first.

    An exercise without a file has none. Raises ``CatalogError`` for a malformed file or an id that occurs twice.
    """
    folder = Path(__file__).parent
    try:
        texts = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
        code = Path(__file__).read_bytes()
    except OSError as error:
        raise CatalogError(f"{folder}: {error}") from error
    # to read a hundred kilobytes of TOML takes longer than most of what a right answer takes
    name, key = f"{stem}-entries.msgpack", hashlib.sha256(b"".join([*texts.values(), code])).hexdigest()
    if (known := remembered.read(name, key, Entries)) is None:
        known = _parse(stem, texts)
        remembered.write(name, key, known)
    return known


def _parse(stem: str, texts: Mapping[str, bytes]) -> Entries:
    if stem not in texts:
        return Entries()
    try:
        own = msgspec.convert(tomllib.loads(texts[stem].decode()), Entries)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogError(f"{stem}.toml: {error}") from error
    parts = [*(_parse(shared, texts) for shared in own.include), own]
    together = Entries(
        misconceptions=tuple(entry for part in parts for entry in with_numbers(part.misconceptions)),
        conventions=tuple(entry for part in parts for entry in with_numbers(part.conventions)),
        families=tuple(entry for part in parts for entry in part.families),
        liberties=tuple(entry for part in parts for entry in with_numbers(part.liberties)),
    )
    ids = [e.id for e in together.misconceptions] + [e.id for e in together.conventions]
    ids += [e.id for e in together.families]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise CatalogError(f"{stem}.toml: the id {min(twice)} occurs twice")
    return together


def edit_source(source: str, edits: tuple[Edit, ...]) -> str | None:
    """Return the source after the edits, one after the other; None if one does not find its place exactly once."""
    for edit in edits:
        if source.count(edit.find) != 1:
            return None
        source = source.replace(edit.find, edit.replace)
    return source


def edit_reference(exercise: Exercise, edits: tuple[Edit, ...]) -> str:
    """Return the edited reference. Raises ``CatalogError`` if an edit does not apply."""
    source = edit_source(exercise.reference, edits)
    if source is None:
        raise CatalogError(f"an edit does not find its place exactly once in the reference of {exercise.slug}")
    return source
