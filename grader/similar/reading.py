"""Turns a source text into what it says, whatever its names and its layout, so that copies can be told.

Nothing is executed or parsed: Pygments cuts the text into tokens, so that it need not be valid Python. What changes
first when code is passed on is levelled: names of one's own, strings, comments, docstrings, imports, layout. What
nobody can choose stays: keywords, operators, numbers, built-in names, NumPy's, and those that the exercise asks for.
"""

import re
import zlib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Literal, Name, Text, _TokenType, is_token_subtype

MAX_CHARACTERS = 32 * 1024
"""What is read of a text: ten solutions."""

MAX_LINES = 1000

MAX_TOKENS = 4000

MAX_BLANKS = 100
"""In a row. Pygments takes a minute over ``match`` and 64 KiB of blanks."""

MIN_COMMENT = 12
"""Characters of a comment that says more than ``# the loss``."""

OWN = "name"
"""The form of a name that the author chose."""

USUAL = frozenset(["self", "cls", "np", "X", "y", "x", "_", "i", "j", "n"])
"""Names of nobody's in particular."""


class Token(NamedTuple):
    """A token that counts."""

    form: str
    """What is left of it when everything is levelled that changes first in a copy."""
    text: str
    line: int


class Reading(NamedTuple):
    """What a text says."""

    tokens: tuple[Token, ...]
    comments: frozenset[str]

    @property
    def encoded(self) -> str:
        """The forms, each as one character."""
        return "".join(_character(token.form) for token in self.tokens)

    @property
    def skeleton(self) -> str:
        """What two texts share that nothing but names, comments and formatting tells apart."""
        order: dict[str, int] = {}
        numbered = (f"{OWN}{order.setdefault(t.text, len(order))}" if t.form == OWN else t.form for t in self.tokens)
        return " ".join(numbered)

    @property
    def names(self) -> frozenset[str]:
        """The names that the author chose."""
        return frozenset(token.text for token in self.tokens if token.form == OWN) - USUAL


def legible(source: str) -> str:
    """Return what is read and shown of a text: its beginning, if it is long, and no endless rows of blanks."""
    lines = source[:MAX_CHARACTERS].split("\n")[:MAX_LINES]
    return re.sub(rf"[^\S\n]{{{MAX_BLANKS},}}", " " * MAX_BLANKS, "\n".join(lines))


def asked_for(stub: str) -> frozenset[str]:
    """Return the names of methods and attributes that everybody has from the stub."""
    return frozenset(re.findall(r"\b(?:self\.|def )(\w+)", stub))


def read(source: str, asked: frozenset[str] = frozenset()) -> Reading:
    """Read a text. ``asked`` are the names of methods and attributes that are not the author's choice."""
    tokens: list[Token] = []
    comments, line, importing = set(), 1, False
    for kind, text in _lexed(source):
        if len(tokens) == MAX_TOKENS:
            break
        importing = importing or _is(kind, Keyword.Namespace)
        if _is(kind, Comment):
            comments.add(" ".join(text.strip("# \t").split()))
        elif not (importing or _is(kind, Text, Literal.String.Doc)):
            form = _form(kind, text, tokens, asked)
            # a string is several tokens to Pygments, and one here
            if not (form == "string" and tokens and tokens[-1].form == "string"):
                tokens.append(Token(form, text, line))
        line += text.count("\n")
        importing = importing and "\n" not in text
    return Reading(tuple(tokens), frozenset(comment for comment in comments if len(comment) >= MIN_COMMENT))


def _lexed(source: str) -> Iterator[tuple[_TokenType, str]]:
    return ((kind, text) for _, kind, text in PythonLexer().get_tokens_unprocessed(legible(source)))


def _form(kind: _TokenType, text: str, before: list[Token], asked: frozenset[str]) -> str:
    if _is(kind, Literal.String):
        return "string"
    if _is(kind, Literal.Number):
        return _number(text)
    if not _is(kind, Name) or _is(kind, Name.Function.Magic, Name.Exception, Name.Decorator):
        return text
    owner, link = ["", "", *(token.text for token in before[-2:])][-2:]
    if text in asked and link in (".", "def"):
        return text
    if link == ".":
        return OWN if owner == "self" else text
    return text if _is(kind, Name.Builtin) and not _is(kind, Name.Builtin.Pseudo) else OWN


@cache
def _is(kind: _TokenType, *kinds: _TokenType) -> bool:
    return any(is_token_subtype(kind, other) for other in kinds)


def _number(text: str) -> str:
    try:
        return repr(float(text))
    except ValueError:
        return "number"


@lru_cache(maxsize=4096)
def _character(form: str) -> str:
    # in a million, one form is taken for another; a list of all forms that may come would have no end
    return chr(0x10000 + zlib.crc32(form.encode("utf-8", "surrogatepass")) % 0xF0000)
