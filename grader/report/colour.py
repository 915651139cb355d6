"""Turns source text into coloured lines of HTML."""

import time
from collections.abc import Iterator
from io import StringIO
from typing import Any

from markupsafe import Markup
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.token import Text

PATIENCE = 0.5
"""Seconds of processor time. A solution takes a hundredth of them; what was written to be slow stays plain."""


def colour(source: str) -> list[Markup]:
    """Return the source line by line, escaped and coloured. Each line is closed in itself."""
    text = StringIO()
    # pygments escapes what it is given and adds nothing but its own tags
    HtmlFormatter(nowrap=True).format(_tokens(source), text)
    return [Markup(line) for line in text.getvalue().removesuffix("\n").split("\n")]


def _tokens(source: str) -> Iterator[tuple[Any, str]]:
    """Yield the tokens of a source text, and the rest of it as one when the patience is at its end.

    Some of pygments' expressions look ahead over all the blanks that follow, at each of them.
    """
    until = time.thread_time() + PATIENCE
    end = 0
    for start, kind, value in PythonLexer().get_tokens_unprocessed(source):
        yield kind, value
        end = start + len(value)
        if time.thread_time() > until:
            break
    yield Text, source[end:]
