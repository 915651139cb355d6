"""Turns what a batch came to into a few lines for a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from grader.report.summary import ExerciseSummary, summarise
from grader.results import Row

MISTAKES = 3
"""How many of an exercise's mistakes are listed."""


def print_overview(rows: Sequence[Row], console: Console, *, seed: int, page: str) -> None:
    """Print counts, the most common mistakes, and where everything is written."""
    summary = summarise(rows)
    middle = "" if summary.median is None else f", median {summary.median:g} %"
    unable = f", {summary.not_graded} could not be graded" if summary.not_graded else ""
    headline = f"{summary.candidates} candidates, {summary.passed} passed everything{middle}{unable}"
    console.print()
    console.print(Text(f" {headline}", style="bold"))
    for exercise in summary.exercises:
        console.print()
        console.print(_exercise(exercise))
    console.print()
    console.print(Text(f" seed {seed} for everyone\n report {page}", style="dim"))


def _exercise(exercise: ExerciseSummary) -> Text:
    text = Text.assemble((f" {exercise.title}", "bold"), f"  {exercise.passed} of {exercise.marks} passed")
    for mistake in exercise.mistakes[:MISTAKES]:
        text.append(f"\n {mistake.candidates:5} x {mistake.id}")
    return text
