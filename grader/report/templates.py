"""Turns templates and what they are about into pages: the environment, its filters, and the writing of a file."""

import re
import textwrap
from functools import cache
from pathlib import Path
from unicodedata import bidirectional, category

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.catalog import content_folder
from grader.errors import InputError
from grader.report.view import HEADLINES, OUTCOMES, around, columned

REORDERING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""The directional marks of Unicode with which code can be made to look like other code."""


def fill(template: str, **variables: object) -> Markup:
    """Return a template, filled in. Whatever is no ``Markup`` is escaped in it."""
    page = _environment().get_template(template).render(headlines=HEADLINES, outcomes=OUTCOMES, **variables)
    return Markup(_without_invisible(page))


def write_page(path: Path, page: str) -> None:
    """Write a page to ``path``. Raises ``InputError`` if that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"the report cannot be written to {path}: {reason}. Name a file in another folder.") from error


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(content_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": _prose, "paragraphs": _paragraphs, "dedent": textwrap.dedent}
    environment.filters |= {"around": around, "evidence": columned}
    return environment


def _prose(text: str) -> Markup:
    """Escape a text of one paragraph, then set what stands in backticks as code and ``*this*`` as emphasis."""
    return Markup(re.sub(r"`([^`\n]+)`|(?<![\w*])\*(\w+)\*(?![\w*])", _set, str(escape(text))))


def _set(match: re.Match[str]) -> str:
    code, stress = match.groups()
    return f"<code>{code}</code>" if code else f"<em>{stress}</em>"


def _paragraphs(text: str) -> Markup:
    """Set a text in which a blank line ends a paragraph and other line breaks mean nothing."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip())]
    return Markup("\n").join(Markup("<p>{}</p>").format(_prose(block)) for block in blocks)


def _without_invisible(page: str) -> str:
    """Show the characters that hide or reorder the text around them, and those that no file can hold."""
    shown = {"\n", "\t"}
    hidden = [c for c in set(page) - shown if category(c) in ("Cc", "Cs") or bidirectional(c) in REORDERING]
    return page.translate({ord(c): f"\\u{ord(c):04x}" for c in hidden})
