"""The command ``grade``: declarations only, with everything heavy imported where it is used."""

import contextlib
import gc
import os
import sys

import click

from grader import __version__
from grader.cli.author import audit, new
from grader.cli.cohort import batch, regrade
from grader.cli.doctor import doctor
from grader.cli.interview import handout
from grader.cli.likeness import similar
from grader.cli.practice import exercise, list_exercises
from grader.errors import GraderError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grade")
def cli() -> None:
    """Practise and grade the machine-learning coding interview.

    Fill in a stub under exercises/, then let the hidden suite look at it.
    """


cli.add_command(list_exercises)
cli.add_command(exercise)
cli.add_command(doctor)
cli.add_command(audit)
cli.add_command(new)
cli.add_command(handout)
cli.add_command(batch)
cli.add_command(regrade)
cli.add_command(similar)


def leave_the_path(folder: str) -> None:
    """Take a folder off Python's path: a numpy.py in it would be imported by the judge.

    The current folder is there where the user has set PYTHONPATH to it, or where it is a checkout of the grader.
    """
    sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry) != os.path.realpath(folder)]


def main() -> None:
    """Run the command line and exit: 0 passed, 1 graded and not passed, 2 usage, 3 the grader failed."""
    with contextlib.suppress(FileNotFoundError):  # somebody has deleted it
        leave_the_path(os.getcwd())
    # the judge's arrays are small, and to start threads for them takes longer than they do
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # what is imported makes a hundred thousand objects, and all of them stay: no use in going through them every 700
    gc.set_threshold(100_000)
    try:
        status = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except GraderError as error:
        click.echo(f"grade: {error}", err=True)
        status = error.exit_code
    except click.Abort:
        click.echo("grade: interrupted", err=True)
        status = 130
    except Exception as error:  # the outermost border: anything else would end as 1, "graded and not passed"
        if os.environ.get("GRADE_TRACEBACK"):
            raise
        click.echo(f"grade: the grader itself failed: {type(error).__name__}: {error}", err=True)
        click.echo("This is a bug of the grader's. GRADE_TRACEBACK=1 shows where it happened.", err=True)
        status = 3
    gc.freeze()  # nobody needs the memory back: the process ends here
    sys.exit(status)
