"""The commands for what came back: ``grade batch`` and ``grade regrade``."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.errors import InputError

if TYPE_CHECKING:
    from grader.cohort.batch import OnProgress, Plan
    from grader.cohort.pool import Pool
    from grader.cohort.store import Store
    from grader.results import Row

AnyPath = click.Path(path_type=Path)
RESULTS = "results.sqlite"


def running_options(command: Any) -> Any:
    """Add the options that say where and how a batch runs."""
    for option in (
        click.option(
            "--jobs", type=click.IntRange(min=1), help="Processes; as many as there are processors if not said."
        ),
        click.option(
            "--cluster", metavar="ADDRESS", help="Run on the Dask cluster of this scheduler: tcp://host:8786."
        ),
        click.option("--trust-submission", is_flag=True, help="Run it even where no sandbox can hold it back."),
        click.option("--for-candidate", is_flag=True, help="Also write a page per candidate that can be sent to them."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("paths", nargs=-1, required=True, type=AnyPath, metavar="PATH...")
@click.option("--out", type=AnyPath, required=True, metavar="DIR", help="Where the results go; the same again goes on.")
@click.option("--seed", type=click.IntRange(min=0, max=2**63 - 1), help="The seed of everyone's data.")
@click.option("--exercise", "names", multiple=True, help="Grade everyone on this exercise; may be said more than once.")
@running_options
@click.pass_context
def batch(
    ctx: click.Context, /, paths: tuple[Path, ...], out: Path, seed: int | None, names: tuple[str, ...], **running: Any
) -> None:
    """Grade what many candidates handed in.

    PATH holds one folder, zip, tar, git bundle or .py file per candidate, or is one itself. A batch that was
    interrupted goes on with the same command. The exit code is 0 if every answer was graded, whatever the grades.
    """
    from grader.catalog import find_exercise
    from grader.cohort.batch import current_run, plan, settled_seed, take_in

    exercises = [find_exercise(name) for name in names]
    with open_store(out, new=True) as store:
        number, of_run = settled_seed(store, seed), current_run(store)
        with bar("Looking into the hand-ins") as on_progress:
            take_in(store, paths, on_progress)
        ctx.exit(run(store, plan(store, of_run, number, exercises), out, **running))


@click.command()
@click.argument("out", type=AnyPath)
@running_options
@click.pass_context
def regrade(ctx: click.Context, /, out: Path, **running: Any) -> None:
    """Grade the stored answers of the batch in OUT again, after a suite has changed, and show whose grade moved.

    It writes moves.md beside the new results. The hand-ins themselves are not needed.
    """
    from grader.cohort.batch import current_run, plan, settled_seed
    from grader.cohort.regrade import moves
    from grader.report.moved import moves_markdown, print_moves

    with open_store(out) as store:
        new = plan(store, current_run(store, again=True), settled_seed(store, None))
        status = run(store, new, out, **running)
        found = list(moves(store, new))
    (out / "moves.md").write_text(moves_markdown(found), "utf-8")
    print_moves(found, console())
    ctx.exit(status)


def run(
    store: "Store",
    plan: "Plan",
    out: Path,
    *,
    jobs: int | None,
    cluster: str | None,
    trust_submission: bool,
    for_candidate: bool,
) -> int:
    """Grade what is not graded yet, write everything, print a summary, and return the exit code."""
    from grader.cohort.batch import grade_all
    from grader.cohort.publish import publish

    with pool(jobs, cluster) as processors, bar("Grading") as on_progress:
        grade_all(store, plan, processors, trusted=trust_submission, on_grade=on_progress)
    with bar("Writing the reports") as on_progress:
        rows = publish(store, plan, out, for_candidates=for_candidate, jobs=jobs, on_page=on_progress)
    summarise(rows, plan, out)
    return 3 if any(mark.verdict == "ungraded" for row in rows for mark in row.marks) else 0


def pool(jobs: int | None, cluster: str | None) -> "AbstractContextManager[Pool]":
    """Return the processors of this machine, or of a cluster."""
    from grader.cohort.pool import cluster_pool, local_pool

    return cluster_pool(cluster) if cluster else local_pool(jobs)


@contextmanager
def open_store(out: Path, new: bool = False) -> "Iterator[Store]":
    """Give the store of the batch in a folder; with ``new`` make it if it is not there."""
    from grader.cohort.store import Store

    if new:
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{out} cannot be made: {error.strerror}. Name another folder.") from error
    with Store(out / RESULTS, new=new) as store:
        yield store


@contextmanager
def bar(title: str) -> "Iterator[OnProgress]":
    """Show a bar with throughput and time left, if somebody is looking."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    shown = console(stderr=True)
    if not shown.is_terminal:
        yield lambda done, total: None
        return
    speed = TextColumn("{task.fields[speed]}")
    columns = (TextColumn(" {task.description}"), BarColumn(), MofNCompleteColumn(), speed, TimeRemainingColumn())
    with Progress(*columns, console=shown, transient=True) as progress:
        task = progress.add_task(title, total=None, speed="")

        def on_progress(done: int, total: int) -> None:
            seconds = progress.tasks[0].elapsed or 0.0
            speed = f"{done / seconds:.3g}/s" if seconds else ""
            progress.update(task, completed=done, total=total, speed=speed)

        yield on_progress


def summarise(rows: "list[Row]", plan: "Plan", out: Path) -> None:
    """Print what the batch came to and where it is written."""
    from grader.report.overview import print_overview

    print_overview(rows, console(), seed=plan.seed, page=str(out / "index.html"))


def console(stderr: bool = False) -> Any:
    """Return the console of the other commands."""
    from grader.cli.practice import console

    return console(stderr)
