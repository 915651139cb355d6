"""Turns a grade into one HTML page that stands alone: no scripts, and nothing to load."""

from pathlib import Path

from markupsafe import Markup

from grader.report.rows import standing
from grader.report.templates import fill, write_page
from grader.report.view import code_lines, focus, groups, repeat_command
from grader.results import Grade


def render_html(grade: Grade) -> str:
    """Return the report as one HTML document. Whatever came from the candidate is escaped in it."""
    return str(fill("report.html.j2", grade=grade, tone=standing(grade), body=render_grade(grade)))


def write_html(grade: Grade, path: Path) -> None:
    """Write the report to ``path``. Raises ``InputError`` if that is not possible."""
    write_page(path, render_html(grade))


def render_grade(grade: Grade, prefix: str = "", level: str = "h1") -> Markup:
    """Return what a page says of one grade, with ``prefix`` before each anchor and its title at that ``level``."""
    return fill(
        "report/grade.html.j2",
        grade=grade,
        tone=standing(grade),
        p=prefix,
        level=level,
        focus=focus(grade),
        groups=groups(grade),
        titles={check.id: check.title for check in grade.checks},
        lines=code_lines(grade),
        command=repeat_command(grade),
    )
