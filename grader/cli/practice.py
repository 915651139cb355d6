"""The commands for someone who practises: ``grade list`` and ``grade exercise``."""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from grader.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from grader.results import Exercise, Grade, Submission
    from grader.sandbox.launch import Launched

AnyPath = click.Path(path_type=Path)
STANDARD_OUTPUT = Path("-")


class Places(NamedTuple):
    """Where a grade is to be written; None is nowhere."""

    page: Path | None
    data: Path | None
    junit: Path | None
    gradescope: Path | None
    github: bool


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
@click.option("--junit", type=AnyPath, help="Where to write the grade as JUnit XML.")
@click.option("--gradescope", type=AnyPath, help="Where to write the grade as Gradescope's results.json.")
@click.option("--github", is_flag=True, help="Print GitHub's annotations, and add to the summary of its job.")
@click.option("--for-candidate", is_flag=True, help="Leave out everywhere what a candidate may not see.")
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
    junit: Path | None,
    gradescope: Path | None,
    github: bool,
    for_candidate: bool,
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
    if github and data == STANDARD_OUTPUT:
        raise click.UsageError("--github needs standard output for itself: give --json a file")
    # first of all: it loads NumPy in a process of its own, while this one loads the rest
    launched = ctx.with_resource(launch())
    from grader.catalog import find_exercise

    entry = find_exercise(name)
    page = None if no_report else report or unlinked(Path("reports") / f"{entry.slug}.html", "--report")
    check_writable(page, data, junit, gradescope)
    # without --submission it is the user's own file, in the usual place
    trusted = trust_submission or submission is None
    grade = grade_with_progress(entry, read(entry, submission), seed, trusted, launched)
    write(seen_by(grade, for_candidate), Places(page, data, junit, gradescope, github))
    if show:
        click.launch(str(page))
    ctx.exit(grade.exit_code)


def unlinked(path: Path, option: str) -> Path:
    """Return a path that nobody has named, or raise ``InputError`` if links lead from it to somewhere else.

    The current folder may be one that somebody handed in.
    """
    for part in (path.parent, path):
        if part.is_symlink():
            raise InputError(f"{part} is a symbolic link: name the file that you mean, with {option}")
    return path


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


def seen_by(grade: "Grade", for_candidate: bool) -> "Grade":
    """Return the grade as whoever it is for may see it."""
    if not for_candidate:
        return grade
    from grader.report.candidate import candidate_version

    return candidate_version(grade)


def write(grade: "Grade", places: Places) -> None:
    """Write the files, then print the grade: on standard error if standard output is for the JSON."""
    from grader.report.exports import to_json

    if places.data == STANDARD_OUTPUT:
        click.echo(to_json(grade), nl=False)
    elif places.data:
        places.data.write_bytes(to_json(grade))
    if places.page:
        from grader.report.html import write_html

        write_html(grade, places.page)
    write_for_services(grade, places)
    show = annotate if places.github else print_for_people
    show(grade, places)


def write_for_services(grade: "Grade", places: Places) -> None:
    """Write what other services read: JUnit XML and Gradescope's JSON."""
    if not (places.junit or places.gradescope):
        return
    from grader.report.gradescope import gradescope
    from grader.report.junit import junit
    from grader.results import Entry

    entry = Entry("submission", grade.exercise.slug, grade)
    if places.junit:
        places.junit.write_bytes(junit([entry], time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())))
    if places.gradescope:
        places.gradescope.write_bytes(gradescope([entry]))


def print_for_people(grade: "Grade", places: Places) -> None:
    """Print the grade."""
    from grader.report.terminal import print_grade

    shown = console(stderr=places.data == STANDARD_OUTPUT)
    print_grade(grade, shown, str(places.page) if places.page else None)


def annotate(grade: "Grade", places: Places) -> None:
    """Print the grade and GitHub's annotations, and add to the summary of the job if GitHub says that there is one."""
    from grader.report.github import annotations, commands_stopped, job_summary

    with commands_stopped(sys.stdout):
        print_for_people(grade, places)
    for command in annotations(grade, Path(os.environ.get("GITHUB_WORKSPACE", "."))):
        click.echo(command)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        check_writable(Path(summary))
        with open(summary, "a", encoding="utf-8") as file:
            file.write(job_summary(grade))


def read(entry: "Exercise", path: Path | None) -> "Submission":
    """Read the submission: the one named, else the one in the usual place, else the stub as it was installed."""
    from grader.catalog import content_folder
    from grader.submission import read_submission

    if path is not None:
        return read_submission(entry, path)
    usual = unlinked(Path("exercises") / f"{entry.stem}.py", "--submission")
    if usual.exists():
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
