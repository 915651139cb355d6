"""The commands for an interviewer: ``grade handout``."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from grader.results import Handout


@click.command()
@click.argument("names", nargs=-1, metavar="NAME...")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR", help="A new or empty folder."
)
@click.option(
    "--minutes", type=click.IntRange(min=1), help="The time limit; the sum of the exercises' own if not said."
)
@click.option("--company", default="", help="The name in the README's title and greeting.")
def handout(names: tuple[str, ...], folder: Path, minutes: int | None, company: str) -> None:
    """Write a git repository with the exercises NAME... to give to a candidate.

    It holds the stubs, a README with the questions and rules, a few example tests and pinned requirements, and
    nothing of the hidden suites or solutions. `grade list` lists the exercises.
    """
    from grader.catalog import find_exercise, load_catalog
    from grader.handout import write_handout

    if not names:
        slugs = ", ".join(exercise.slug for exercise in load_catalog())
        raise click.UsageError(f"name the exercises to hand out, one or more of: {slugs}")
    exercises = tuple(find_exercise(name) for name in dict.fromkeys(names))
    say_what_next(write_handout(exercises, folder, minutes=minutes, company=company), folder)


def say_what_next(handout: "Handout", folder: Path) -> None:
    """Print what was written, and how to send it and grade what comes back."""
    # in full, so that the commands work wherever they are run
    full = click.format_filename(folder.resolve())
    source, archive, bundle = (shlex.quote(full + ending) for ending in ("", ".zip", ".bundle"))
    click.echo(f"{click.format_filename(folder)} holds {', '.join(handout.exercises)} for {handout.minutes} minutes.")
    click.echo(f"Its id is {handout.id}; handout.json holds it, and comes back with the answer.\n")
    click.echo("To send it, make one of these two:")
    click.echo(f"  python3 -m zipfile -c {archive} {source}")
    click.echo(f"  git -C {source} bundle create {bundle} --all\n")
    click.echo("When answers come back, put them into one folder as they are, and grade them all:")
    click.echo("  grade batch FOLDER --out OUT")
