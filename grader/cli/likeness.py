"""The command for what looks copied: ``grade similar``."""

from pathlib import Path

import click


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--most", type=click.IntRange(min=1), default=200, show_default=True, help="Pairs of an exercise to list at most."
)
def similar(out: Path, most: int) -> None:
    """Show which answers of the batch in OUT are alike: to each other, and to our own solution.

    What the stub gave everyone does not count. It writes similar.html, with a page for each pair side by side, and
    similar.json, and says how often chance makes two answers as alike. It needs the extra [similar].
    """
    from grader.cli.cohort import bar, console, open_store
    from grader.report.similar import write_similar
    from grader.report.similar_overview import print_similar
    from grader.similar import beside, compare

    with open_store(out) as store, bar("Comparing") as on_answer:
        alikes = compare(store, most=most, on_answer=on_answer)
        write_similar(alikes, (pair for alike in alikes for pair in beside(store, alike)), out)
    print_similar(alikes, console(), page=str(out / "similar.html"))
