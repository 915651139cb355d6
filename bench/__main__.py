"""Compares this project with other graders: ``python -m bench``; with ``--quick``, with its own past."""

import os
import tempfile
from pathlib import Path

import click
import msgspec

from bench.answers import measure_answers, measure_start
from bench.cohorts import measure_cohorts
from bench.costs import measure_costs, measure_growth, measure_memory
from bench.environments import default_folder
from bench.quick import measure_quick
from bench.results import Results, read, worse, write
from bench.setup import Setup, begin, install_peers, prepare, say

HERE = Path(__file__).parent
AnyPath = click.Path(path_type=Path)


@click.command()
@click.option("--quick", is_flag=True, help="Only compare a few ratios with the stored ones; exit 1 if one got worse.")
@click.option("--envs", type=AnyPath, default=default_folder, help="Where the peers' environments are kept.")
@click.option("--out", type=AnyPath, default=HERE, help="Where results.json and results.md are.")
@click.option("--rounds", type=click.IntRange(min=1), default=9, show_default=True, help="Turns of each contender.")
@click.option("--batch", type=click.IntRange(min=10), default=500, show_default=True, help="Submissions in a batch.")
@click.pass_context
def main(ctx: click.Context, quick: bool, envs: Path, out: Path, rounds: int, batch: int) -> None:
    """Measure this project and other graders side by side, and write results.md and results.json.

    The peers are installed from the package index into environments of their own, kept between runs.
    """
    with tempfile.TemporaryDirectory(prefix="grade-bench-") as folder:
        setup = prepare(Path(folder))
        if quick:
            ctx.exit(compare_with_stored(setup, out))
        compare_with_peers(setup, envs, out, rounds, batch)


def compare_with_peers(setup: Setup, envs: Path, out: Path, rounds: int, batch: int) -> None:
    """Run everything, writing after each scenario: what an interrupted run has measured is kept."""
    results = begin()
    install_peers(setup, envs, results)
    results.quick = measure_quick(setup)
    measure_answers(setup, results, rounds)
    write(results, out)
    measure_start(setup, results, rounds)
    measure_memory(setup, results)
    measure_costs(setup, results, rounds)
    write(results, out)
    phase = measure_cohorts(setup, results, batch, max(1, min(2, rounds)))
    measure_growth(setup, results, phase)
    results.machine["load at the end"] = f"{os.getloadavg()[0]:.1f}"
    write(results, out)
    show(results)
    say(f"written to {out / 'results.md'}")


def show(results: Results) -> None:
    """Print the ratios that have a target."""
    for ratio in results.ratios.values():
        if ratio.at_most is not None:
            target = f"target {ratio.shown(ratio.at_most)}"
            click.echo(
                f"  {ratio.title:62}{ratio.shown(ratio.value):24}{target:32}{'met' if ratio.met == 'yes' else 'MISSED'}"
            )


def compare_with_stored(setup: Setup, out: Path) -> int:
    """Return 1 if a ratio got worse by more than a third, also when it is measured again."""
    try:
        stored = read(out).quick
    except (OSError, msgspec.ValidationError) as error:
        raise click.ClickException(f"there is nothing to compare with: {error}") from error
    measured = measure_quick(setup)
    if worse(stored, measured):
        say("again: something else may have been running")
        again = measure_quick(setup)
        measured = {key: min(value, again[key]) for key, value in measured.items()}
    for key, value in measured.items():
        click.echo(f"  {key:40}{value:8.3f}   stored {stored.get(key, float('nan')):.3f}")
    complaints = worse(stored, measured)
    for complaint in complaints:
        click.echo(f"worse: {complaint}", err=True)
    return 1 if complaints else 0


if __name__ == "__main__":
    main()
