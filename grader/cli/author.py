"""The commands for whoever writes exercises: ``grade audit`` and ``grade new``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from grader.audit import Report
    from grader.results import Exercise


@click.command()
@click.argument("name", required=False)
@click.option("--seeds", type=click.IntRange(min=1), default=10, show_default=True, help="Runs of each reference.")
@click.option("--write", type=click.Path(path_type=Path), help="Where to keep the figures, as Markdown.")
@click.pass_context
def audit(ctx: click.Context, name: str | None, seeds: int, write: Path | None) -> None:
    """Prove that the pieces of exercise NAME agree, or of all exercises.

    The exit code is 0 if every exercise is in order and 1 if not.
    """
    from grader.audit import to_markdown
    from grader.catalog import find_exercise, load_catalog

    reports = [audit_with_progress(entry, seeds) for entry in ([find_exercise(name)] if name else load_catalog())]
    if write:
        write.write_text(to_markdown(reports), "utf-8")
    ctx.exit(any(report.problems for report in reports))


def audit_with_progress(entry: "Exercise", seeds: int) -> "Report":
    """Audit one exercise with a progress bar, and print what came of it."""
    from rich.progress import Progress

    from grader.audit import audit
    from grader.cli.practice import console

    with Progress(console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(entry.slug)
        report = audit(entry, range(seeds), lambda done, total: progress.update(task, completed=done, total=total))
    click.secho(f"{report.slug}: {'needs work' if report.problems else 'in order'}", bold=True)
    for mark, texts in (("", report.figures), ("problem: ", report.problems), ("note: ", report.notes)):
        for text in texts:
            click.echo(f"  {mark}{text}")
    return report


@click.command()
@click.argument("slug")
@click.option("--title", default="", help="What it is called; made from SLUG if not said.")
@click.option("--class", "class_name", default="", help="The class to fill in; made from SLUG if not said.")
def new(slug: str, title: str, class_name: str) -> None:
    """Write the five pieces of a new exercise SLUG, such as ridge-regression.

    They are a small exercise that is in order already, to be rewritten piece by piece: its TODOs say what. This works
    in a checkout of the grader.
    """
    from grader.scaffold import write_exercise

    say_what_next(slug, write_exercise(slug, title=title, class_name=class_name))


def say_what_next(slug: str, paths: tuple[Path, ...]) -> None:
    """Print what was written, and how to go on."""
    catalog, *files = paths
    root = catalog.parent.parent
    click.echo(f"In {click.format_filename(root)}:")
    click.echo(f"  {catalog.relative_to(root)} has a new entry at its end")
    for path in files:
        click.echo(f"  {path.relative_to(root)}")
    reference = next(path for path in files if path.parent.name == "reference").relative_to(root)
    click.echo("\nRewrite what is marked TODO, piece by piece, and see that it stays in order:")
    click.echo(f"  grade audit {slug}")
    click.echo(f"  grade exercise {slug} --submission {reference}")
