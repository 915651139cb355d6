"""Turns what a second grading moved into text: for the terminal, and as Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from grader.report.markdown import code, escaped, prose, table
from grader.results import Move, MovedCheck

SHOWN = 20
"""How many moves a terminal shows; the file has them all."""


def print_moves(moves: Sequence[Move], console: Console) -> None:
    """Print whose grade moved, and by which checks."""
    console.print(Text(_headline(moves)))
    for move in moves[:SHOWN]:
        style = "red" if move.scores[1] < move.scores[0] else "green"
        console.print(Text.assemble(("  " + move.candidate, "bold"), f"  {move.slug}  ", (_change(move), style)))
        for check in move.checks:
            console.print(Text(f"    {_ending(check)}  {check.title}", style="dim"))
    if len(moves) > SHOWN:
        console.print(Text(f"  and {len(moves) - SHOWN} more, in moves.md"))


def moves_markdown(moves: Sequence[Move]) -> str:
    """Return a table of the moves, and what each check did to how many."""
    lines = ["## Graded again", "", _headline(moves), ""]
    if moves:
        rows = [[escaped(m.candidate), m.slug, escaped(_change(m)), _checks(m.checks)] for m in moves]
        lines += [table(("candidate", "exercise", "grade", "checks"), rows, right=0)]
        lines += ["### By check", "", table(("check", "", "answers"), list(_by_check(moves)), right=1)]
    return "\n".join(lines) + "\n"


def _headline(moves: Sequence[Move]) -> str:
    if not moves:
        return "No verdict, score or check moved."
    people = len({move.candidate for move in moves})
    verdicts = sum(move.verdicts[0] != move.verdicts[1] for move in moves)
    return f"{len(moves)} grades of {people} candidates moved, {verdicts} of them to another verdict."


def _change(move: Move) -> str:
    verdict = move.verdicts[1] if move.verdicts[0] == move.verdicts[1] else " -> ".join(move.verdicts)
    return f"{verdict}, {move.scores[0]:g} % -> {move.scores[1]:g} %"


def _ending(check: MovedCheck) -> str:
    return f"{check.before or 'absent'} -> {check.after or 'absent'}"


def _checks(checks: Iterable[MovedCheck]) -> str:
    return "<br>".join(f"{code(check.id)} {escaped(_ending(check))}" for check in checks)


def _by_check(moves: Sequence[Move]) -> Iterator[list[str]]:
    counts: dict[tuple[str, str, str], int] = {}
    for move in moves:
        for check in move.checks:
            key = check.id, check.title, _ending(check)
            counts[key] = counts.get(key, 0) + 1
    for (name, title, ending), number in sorted(counts.items(), key=lambda item: -item[1]):
        yield [f"{code(name)} {escaped(ending)}", prose(title), str(number)]
