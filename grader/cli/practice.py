"""The commands for someone who practises: ``grade list`` and ``grade exercise``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from grader.results import Exercise, Grade, Submission
    from grader.sandbox.launch import Launched

AnyPath = click.Path(path_type=Path)
STANDARD_OUTPUT = Path("-")


@click.command("list")
def list_exercises() -> None:
    """List the exercises, in the order in which to try them."""
    from grader.catalog import load_catalog

    for entry in load_catalog():
        click.echo(f"{entry.slug:18}{entry.title:48}{entry.minutes:3} min")
    click.echo("\nStart with: grade exercise linear")


@click.command()
@click.argument("name")
@click.option("--submission", type=AnyPath, help="The file to grade, or a folder that holds it.")
@click.option("--report", type=AnyPath, help="Where to write the page; reports/NAME.html if not said.")
@click.option("--no-report", is_flag=True, help="Write no page.")
@click.option("--json", "data", type=AnyPath, help="Where to write the grade as JSON; - is standard output.")
@click.option("--seed", type=click.IntRange(min=0, max=2**63 - 1), help="Repeat the run that had this seed.")
@click.option("--trust-submission", is_flag=True, help="Run it even where no sandbox can hold it back.")
@click.option("--open", "show", is_flag=True, help="Open the page in a browser.")
@click.pass_context
def exercise(
    ctx: click.Context,
    /,
    name: str,
    submission: Path | None,
    report: Path | None,
    no_report: bool,
    data: Path | None,
    seed: int | None,
    trust_submission: bool,
    show: bool,
) -> None:
    """Grade your solution of exercise NAME.

    Without --submission it is exercises/NAME.py under the current folder.
    """
    from grader.sandbox.launch import launch

    if no_report and (report or show):
        raise click.UsageError("--no-report leaves no page for --report or --open")
    # first of all: it loads NumPy in a process of its own, while this one loads the rest
    launched = ctx.with_resource(launch())
    from grader.catalog import find_exercise

    entry = find_exercise(name)
    page = None if no_report else report or Path("reports") / f"{entry.slug}.html"
    check_writable(page, data)
    # without --submission it is the user's own file, in the usual place
    trusted = trust_submission or submission is None
    grade = grade_with_progress(entry, read(entry, submission), seed, trusted, launched)
    write(grade, page, data)
    if show:
        click.launch(str(page))
    ctx.exit(grade.exit_code)


def check_writable(*paths: Path | None) -> None:
    """Raise ``InputError`` if a file cannot be written, before any work is done; make the folders on the way."""
    for path in paths:
        if path is None or path == STANDARD_OUTPUT:
            continue
        try:
            if path.is_dir():
                raise InputError(f"{path} is a folder: name a file to write to")
            path.parent.mkdir(parents=True, exist_ok=True)
            is_new = not path.exists()
            path.open("ab").close()
            if is_new:
                path.unlink()
        except OSError as error:
            raise InputError(f"{path} cannot be written: {error.strerror}. Name another place for it.") from error


def write(grade: "Grade", page: Path | None, data: Path | None) -> None:
    """Write the files, then print the grade: on standard error if standard output is for the JSON."""
    from grader.report.exports import to_json
    from grader.report.terminal import print_grade

    if data == STANDARD_OUTPUT:
        click.echo(to_json(grade), nl=False)
    elif data:
        data.write_bytes(to_json(grade))
    if page:
        from grader.report.html import write_html

        write_html(grade, page)
    print_grade(grade, console(stderr=data == STANDARD_OUTPUT), str(page) if page else None)


def read(entry: "Exercise", path: Path | None) -> "Submission":
    """Read the submission: the one named, else the one in the usual place, else the stub as it was installed."""
    from grader.catalog import content_folder
    from grader.submission import read_submission

    if path is not None:
        return read_submission(entry, path)
    usual = Path("exercises") / f"{entry.stem}.py"
    if usual.exists() or usual.is_symlink():
        return read_submission(entry, usual)
    stub = content_folder("exercises") / f"{entry.stem}.py"
    click.echo(
        f"There is no {usual} here, so this is the stub as it was installed. To start on your own copy:", err=True
    )
    click.echo(f"  mkdir -p exercises && cp {stub} exercises/", err=True)
    return read_submission(entry, stub)


def grade_with_progress(
    entry: "Exercise", submission: "Submission", seed: int | None, trusted: bool, launched: "Launched"
) -> "Grade":
    """Grade with a progress bar, if somebody is looking."""
    from grader.pipeline import draw_seed, grade
    from grader.report.progress import progress
    from grader.sandbox.process import Zygote

    with Zygote(launched=launched) as zygote, progress(console(stderr=True), entry.title) as on_check:
        seed = draw_seed() if seed is None else seed
        return grade(entry, submission, seed=seed, trusted=trusted, zygote=zygote, on_check=on_check)


def console(stderr: bool = False) -> "Console":
    """Return a console of the terminal's width, of 80 columns where there is none."""
    from rich.console import Console

    plain = Console(stderr=stderr, highlight=False)
    return plain if plain.is_terminal else Console(stderr=stderr, highlight=False, width=80)
