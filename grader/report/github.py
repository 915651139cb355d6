"""Turns a grade into what GitHub Actions shows: annotations at file and line, and a job summary.

What comes from a submission never stands at the start of a line that the runner reads as a command, and where whole
texts are printed the runner is told to stop reading commands until it is given a token that no submission knows.
"""

from collections.abc import Iterator
from pathlib import Path

from grader.results import Grade


def annotations(grade: Grade, workspace: Path | None = None) -> Iterator[str]:
    """Yield workflow commands, a line each, the most important first: GitHub shows ten of a kind.

    ``workspace`` is the folder of the checkout, from which GitHub counts the paths of files.
    """
    raise NotImplementedError


def stop_commands(token: str) -> str:
    """Return the command after which the runner reads none, until ``resume_commands`` of the same token."""
    return f"::stop-commands::{token}"


def resume_commands(token: str) -> str:
    """Return the command after which the runner reads commands again."""
    return f"::{token}::"


def job_summary(grade: Grade) -> str:
    """Return the grade in Markdown, for the page of the job."""
    raise NotImplementedError
