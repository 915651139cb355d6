"""Turns check results, as they come, into a progress bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

from grader.results import CheckResult


@contextmanager
def progress(console: Console, title: str) -> Iterator[Callable[[CheckResult, int], None]]:
    """Show a bar that is gone when the block ends; give the function that moves it on."""
    if not console.is_terminal:
        yield lambda result, total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn(" {task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("[dim]{task.fields[check]}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=None, check="starting")

        def on_check(result: CheckResult, total: int) -> None:
            name = result.id.removeprefix("test_").replace("_", " ")
            bar.update(task, advance=1, total=total, check=name[:36])

        yield on_check
