"""Turns a grade into text for a terminal."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.results import CheckResult, CriterionResult, Diagnosis, Grade, Isolation

VERDICTS = {
    "pass": ("green", "Passed"),
    "fail": ("red", "Not yet"),
    "not-started": ("yellow", "Not started"),
    "invalid": ("red", "Could not be graded"),
}
LEVELS = {
    "strong": ("green", "Anybody's code can be graded here."),
    "weak": (
        "yellow",
        "Your own code can be graded here. For somebody else's, use a Linux container, a newer kernel or WSL2; "
        "--trust-submission runs it all the same.",
    ),
    "none": (
        "red",
        "This system has no sandbox: a submission can do here whatever you can. Your own code can be graded. For "
        "somebody else's, use Linux, a Linux container or WSL2; --trust-submission runs it all the same.",
    ),
}
MARKS = {"fail": ("red", "✗"), "remark": ("yellow", "!"), "error": ("magenta", "?")}
MATCHES = {
    "exact": "Every answer of your code agrees with that",
    "family": "Every answer of your code agrees with that",
    "crash": "That is what the exception says",
    "unknown": "",
}
BAR = 10
FOLDED = 4
"""How many of the checks that a mistake explains are listed."""


def print_grade(grade: Grade, console: Console, report: str | None = None) -> None:
    """Print the grade. ``report`` is the path of the page, to be named at the end.

    Whatever came from the submission is printed as text, never as markup.
    """
    console.print()
    for part in _parts(grade):
        console.print(Padding(part, (0, 0, 1, 1), expand=False))
    console.print(Padding(_footer(grade, report), (0, 0, 0, 1), expand=False))


def _parts(grade: Grade) -> Iterator[RenderableType]:
    yield _headline(grade)
    if grade.verdict == "not-started":
        yield from _first_steps(grade)
    if grade.reason:
        yield Text(grade.reason)
    if grade.criteria:
        yield _rubric(grade.criteria)
    for diagnosis in grade.diagnosis:
        yield _mistake(diagnosis, grade)
    for check in (*grade.with_outcome("error"), *grade.with_outcome("fail")):
        if check.id not in grade.explained:
            yield _problem(check)
    if skipped := grade.with_outcome("skip"):
        yield _skipped(skipped, grade)
    if remarks := list(_remarks(grade)):
        yield Group(*remarks)
    if grade.verdict == "pass":
        yield _next_question(grade)


def _headline(grade: Grade) -> Text:
    style, words = VERDICTS[grade.verdict]
    if grade.ungraded:
        style, words = "magenta", "The grader failed: a check broke, so this verdict does not count"
    line = Text.assemble((grade.exercise.title, "bold"), "  ", (grade.submission.path, "dim"), "\n\n")
    line.append(f" {words} ", f"bold reverse {style}")
    if grade.checks:
        line.append(f"  {grade.score:g} %", "bold")
        line.append(f"  {grade.points} of {grade.possible} points", "dim")
    return line


def _first_steps(grade: Grade) -> Iterator[RenderableType]:
    exercise = grade.exercise
    yield Text.assemble("Open ", (grade.submission.path, "bold"), f" and fill in the class {exercise.class_name}.")
    yield _prose(exercise.question)
    yield Text.assemble(("First: ", "bold"), _prose(exercise.first_step))
    yield Text(f"An interview leaves you {exercise.minutes} minutes for it.", "dim")


def _rubric(criteria: tuple[CriterionResult, ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for header in ("", "", ""):
        table.add_column(header)
    for header in ("checks", "points"):
        table.add_column(header, justify="right")
    for criterion in criteria:
        share = criterion.points / criterion.weight
        full = round(share * BAR) if share in (0, 1) else min(max(round(share * BAR), 1), BAR - 1)
        colour = "green" if share == 1 else "yellow" if share else "red"
        table.add_row(
            criterion.name,
            Text(criterion.importance, "dim"),
            Text.assemble(("━" * full, colour), ("━" * (BAR - full), "bright_black")),
            f"{criterion.passed}/{criterion.total}",
            Text(f"{criterion.points}/{criterion.weight}", "dim"),
        )
    return table


def _mistake(diagnosis: Diagnosis, grade: Grade) -> RenderableType:
    """Return a mistake by its name, with the failed checks that it explains folded to a line each."""
    known = diagnosis.match != "unknown"
    says = Text(_plain(diagnosis.says), "bold" if known else "")
    details: list[RenderableType] = []
    if explained := [check for check in grade.checks if check.id in diagnosis.explains]:
        noun = "this failed check" if len(explained) == 1 else f"these {len(explained)} failed checks"
        name = f" ({diagnosis.id})" if diagnosis.id else ""
        details.append(Text.assemble(MATCHES[diagnosis.match], f"{name}. It explains {noun}:", style="dim"))
        details += [_marked("✗", "red", Text(_plain(check.title))) for check in explained[:FOLDED]]
        if len(explained) > FOLDED:
            details.append(Text(f"... and {len(explained) - FOLDED} more", "dim"))
    details += [Text.assemble(("Hint: ", "cyan"), (_plain(hint), "italic")) for hint in diagnosis.hints[:1]]
    mark = _marked("◆" if known else "?", "bold magenta", says)
    return Group(mark, *(Padding(detail, (0, 0, 0, 2)) for detail in details))


def _problem(check: CheckResult) -> RenderableType:
    style, mark = MARKS[check.outcome]
    lines: list[RenderableType] = [_marked(mark, f"bold {style}", Text(_plain(check.title), "bold"))]
    details: list[RenderableType] = []
    if check.message:
        details.append(Text(check.message))
    if check.evidence:
        details.append(_evidence(check))
    if check.hint:
        details.append(Text.assemble(("Hint: ", "cyan"), (_plain(check.hint), "italic")))
    return Group(*lines, *(Padding(detail, (0, 0, 0, 2)) for detail in details))


def _marked(mark: str, style: str, text: Text) -> Table:
    """Return a mark with a text beside it that keeps its indent when it wraps."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(Text(mark, style), text)
    return grid


def _evidence(check: CheckResult) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 2))
    for evidence in check.evidence:
        grid.add_row(Text(evidence.label, "dim"), Text(evidence.value))
    return grid


def _skipped(skipped: tuple[CheckResult, ...], grade: Grade) -> Text:
    noun = "1 check was" if len(skipped) == 1 else f"{len(skipped)} checks were"
    reasons = sorted({check.message for check in skipped})
    if len(reasons) > 2 or grade.for_candidate:
        built_on = "what it builds on" if len(skipped) == 1 else "what they build on"
        return Text(f"{noun} skipped: {built_on} has to pass first.", "dim")
    return Text(f"{noun} skipped: {', '.join(reasons)}.", "dim")


def _remarks(grade: Grade) -> Iterator[RenderableType]:
    style, mark = MARKS["remark"]
    for remark in grade.remarks:
        yield _marked(mark, style, Text(_plain(remark)))
    for finding in grade.submission.findings:
        yield _marked(mark, style, Text(_plain(f"line {finding.line}: {finding.says}")))


def _next_question(grade: Grade) -> Text:
    question = grade.exercise.follow_ups[grade.seed % len(grade.exercise.follow_ups)].question
    return Text.assemble(("An interviewer would ask next: ", "cyan"), (_plain(question), "italic"))


def _footer(grade: Grade, report: str | None) -> Text:
    lines = []
    if grade.checks and not grade.for_candidate:
        lines.append(f"seed {grade.seed} (--seed {grade.seed} repeats this run), {grade.seconds:.2f} s")
        lines.append(f"isolation {grade.isolation}")
    text = Text("\n".join(lines), "dim")
    if report:
        text.append("\n" if lines else "")
        text.append("report ", "dim").append(report, "bold")
    return text


def _prose(text: str) -> Text:
    """Return a text of the catalog with its lines joined: in it, only a blank line ends a paragraph."""
    return Text("\n\n".join(" ".join(paragraph.split()) for paragraph in _plain(text).split("\n\n")))


def _plain(text: str) -> str:
    """Return a text without the backticks that mark its code."""
    return text.replace("`", "")


def print_isolation(isolation: Isolation, console: Console) -> None:
    """Print each forbidden act with the system's answer, the level that follows, and what it means."""
    width = max(len(probe.act) for probe in isolation.probes)
    for probe in isolation.probes:
        style, mark = ("green", "✓") if probe.refused else ("red", "✗")
        answer = f"refused ({probe.answer})" if probe.refused else "possible"
        console.print(Text.assemble((f" {mark} ", style), f"{probe.act:{width}}  ", answer))
    colour, meaning = LEVELS[isolation.level]
    console.print(Text.assemble("\n isolation ", (isolation.level, f"bold {colour}"), f" ({isolation.layers})"))
    console.print(Padding(Text(meaning, "dim"), (0, 1)))
