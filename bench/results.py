"""Turns what a run of the comparisons has measured into ``results.json`` for programs and ``results.md`` for people."""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

BUSY = 0.7
"""The load from which on a machine is not calm."""

WORSE = 4 / 3
"""How many times a stored ratio is still accepted: a third worse."""


class Ratio(Struct, frozen=True):
    """Our time divided by another one, both of the same run: the smaller, the better."""

    title: str
    value: float
    at_most: float | None = None
    """The target, if there is one."""
    throughput: bool = False
    """Whether people think of it the other way round: so many times as many an hour."""

    @property
    def met(self) -> str:
        """Whether the target is reached."""
        return "" if self.at_most is None else "yes" if self.value <= self.at_most else "no"

    def shown(self, value: float | None) -> str:
        """Write a value of this kind."""
        if value is None:
            return ""
        return f"{1 / value:.3g}x the throughput" if self.throughput else f"{value:.3g}x the time"


class Table(Struct, frozen=True):
    """A table with what has to be said of it."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    says: str = ""


class Results(Struct):
    """Everything that one run has measured."""

    taken: str
    machine: dict[str, str]
    versions: dict[str, str]
    ratios: dict[str, Ratio] = {}
    quick: dict[str, float] = {}
    """The ratios of the short form, which CI compares its own with."""
    tables: list[Table] = []
    notes: list[str] = []
    """What did not work."""


def write(results: Results, folder: Path) -> None:
    """Write both files."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = msgspec.json.format(msgspec.json.encode(results), indent=2)
    (folder / "results.json").write_bytes(packed + b"\n")
    (folder / "results.md").write_text("\n".join(_markdown(results)) + "\n", "utf-8")


def read(folder: Path) -> Results:
    """Read what an earlier run has written. Raises ``OSError`` or ``msgspec.ValidationError``."""
    return msgspec.json.decode((folder / "results.json").read_bytes(), type=Results)


def worse(stored: dict[str, float], measured: dict[str, float]) -> list[str]:
    """Return a sentence for each measured ratio that is more than a third above the stored one, or has none."""
    complaints = []
    for key, value in measured.items():
        if key not in stored:
            complaints.append(
                f"{key}: there is no stored ratio to compare {value:.3g} with; `python -m bench` makes one"
            )
        elif not value <= WORSE * stored[key]:  # NaN is worse, too
            complaints.append(f"{key}: {value:.3g}, more than a third above the stored {stored[key]:.3g}")
    return complaints


def _markdown(results: Results) -> Iterable[str]:
    yield "# How fast it is, beside other graders"
    yield ""
    yield "Written by `python -m bench`; every figure is from one run, in which the contenders took turns."
    yield f"Taken {results.taken} on {', '.join(f'{name} {value}' for name, value in results.machine.items())}."
    yield ""
    yield "Versions: " + ", ".join(f"{name} {version}" for name, version in results.versions.items()) + "."
    if float(results.machine.get("load at the start", 0)) > BUSY:
        yield "\n**The machine was busy: the times are too long, and the ratios those of a busy machine.**"
    for note in results.notes:
        yield f"\n**{note}**"
    rows = [(r.title, r.shown(r.value), r.shown(r.at_most), r.met) for r in results.ratios.values()]
    tables = [
        Table("Ratios", ("this project, compared with", "measured", "target", "met"), tuple(rows)),
        *results.tables,
    ]
    for table in tables:
        yield f"\n## {table.title}\n"
        if table.says:
            yield f"{table.says}\n"
        yield _row(table.header)
        yield _row("---:" if all(_NUMBER.match(cell) for cell in cells) else "---" for cells in _columns(table))
        yield from map(_row, table.rows)


_NUMBER = re.compile(r"$|[\d.]+x?$")


def _columns(table: Table) -> Iterable[tuple[str, ...]]:
    return zip(*table.rows, strict=True) if table.rows else ((name,) for name in table.header)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
