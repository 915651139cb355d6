"""Turns what answers have in common into a few tables for a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.report.chance import short
from grader.report.rows import exercise_titles
from grader.results import Alike, Cluster, Likeness

SHOWN = 15
"""Pairs of an exercise that a terminal shows; the page has more."""

MEMBERS = 8
"""Candidates of a cluster that a terminal names."""

CLOSING = """\
Alike is not copied: there are not many ways to write so short a program.
Side by side, how likely it is by chance, and what to ask: """


def print_similar(alikes: Sequence[Alike], console: Console, *, page: str) -> None:
    """Print the clusters and the most alike pairs of each exercise, and where everything is written."""
    for alike in alikes:
        for part in _parts(alike):
            console.print(Padding(part, (1, 1, 0, 1), expand=False))
    if not alikes:
        console.print(Padding("Nobody has answered anything yet.", (1, 1, 0, 1), expand=False))
    console.print(Padding(Text(CLOSING + page, style="dim"), 1, expand=False))


def _parts(alike: Alike) -> Iterator[RenderableType]:
    yield Text.assemble((exercise_titles()[alike.slug], "bold"), f"  {_counts(alike)}")
    if alike.clusters:
        yield Text("\n").join(_cluster(cluster) for cluster in alike.clusters[:SHOWN])
    if alike.pairs:
        yield _table(alike.pairs, "candidates")
    else:
        yield Text("No two answers are more alike than is usual by chance.")
    if alike.with_reference:
        yield _table(alike.with_reference, "like our own solution")


def _counts(alike: Alike) -> str:
    left_out = f", {alike.too_short:,} too short to compare" if alike.too_short else ""
    return f"{alike.compared:,} answers, {alike.possible_pairs:,} pairs{left_out}"


def _cluster(cluster: Cluster) -> Text:
    more = len(cluster.members) - MEMBERS
    members = ", ".join(cluster.members[:MEMBERS]) + (f" and {more:,} more" if more > 0 else "")
    same = " (the same but for names, comments and formatting)" if cluster.identical else ""
    return Text.assemble((f"Cluster {cluster.number}", "bold"), f"  {members}{same}")


def _table(likenesses: Sequence[Likeness], heading: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("overlap", "lines", "by chance", "cluster"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column(heading, overflow="fold")
    for one in likenesses[:SHOWN]:
        names = f"{one.left} ~ {one.right}" if one.right else one.left
        overlap = "same" if one.identical else f"{one.overlap} %"
        table.add_row(overlap, str(one.lines), short(one.chance), str(one.cluster or ""), Text(names))
    if len(likenesses) > SHOWN:
        table.add_row("", "", "", "", Text(f"and {len(likenesses) - SHOWN:,} more on the page", style="dim"))
    return table
