"""Turns texts that anybody may have written into Markdown that shows them as they are."""

import re
from collections.abc import Iterable, Sequence

SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&:$]|^[-+=]|(?<=www)\.", re.IGNORECASE)
"""What is markup anywhere, what is at the start of a line, and what would make an address a link."""
NUMBERED = re.compile(r"^(\d{1,9})([.)])")
"""What would begin a numbered list."""

BAR = re.compile(r"(?<!\\)\|")
"""A bar that is not escaped yet."""


def escaped(text: str) -> str:
    """Return a text as one line in which nothing is markup, no address becomes a link and no name a mention."""
    line = NUMBERED.sub(r"\1\\\2", SPECIAL.sub(r"\\\g<0>", " ".join(text.split())))
    return line.replace("@", "@<!-- -->")


def prose(text: str) -> str:
    """Return a text of ours: escaped, but for the code in its backticks."""
    parts = re.split(r"`([^`\n]+)`", text)
    return "".join(code(part) if place % 2 else escaped_part(part) for place, part in enumerate(parts))


def escaped_part(text: str) -> str:
    """Return a piece of a line, escaped, with the blanks around it."""
    body = escaped(text)
    if not body:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{body}{' ' * text[-1:].isspace()}"


def code(text: str) -> str:
    """Return a text as code within a line; of an empty one nothing is left."""
    line = " ".join(text.split())
    if not line:
        return ""
    fence = "`" * (_longest_run(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def block(text: str) -> str:
    """Return a text of several lines as a block of code."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}text\n{text}\n{fence}\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: int = 0) -> str:
    """Return a table of cells that are Markdown already; the last ``right`` columns are of numbers."""
    marks = ["---"] * (len(header) - right) + ["---:"] * right
    # a table is split at its bars before anything else is looked for, code included
    lines = ([BAR.sub(r"\\|", cell) for cell in cells] for cells in (header, marks, *rows))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
