"""Escapes texts so that Markdown shows them as they are: held against a renderer of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.report.markdown import block, code, escaped, prose, table

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXTS = st.text(alphabet=st.one_of(st.sampled_from("`*_[]()<>#+-.!|~&:@$\\\"'=/ 1a\n"), st.characters(codec="utf-8")))
# what no text of ours holds: CommonMark replaces it
CLEAN = TEXTS.filter(lambda text: "\0" not in text)


def shown(source: str) -> list[str]:
    """Return the words of the inline tokens of a source that may hold text, code and our own comment only."""
    (line,) = [token for token in RENDERER.parse(source) if token.type == "inline"]
    assert {child.type for child in line.children or []} <= {"text", "code_inline", "html_inline", "text_special"}
    return [child.content for child in line.children or [] if child.content != "<!-- -->"]


@given(text=CLEAN)
def test_an_escaped_text_is_one_paragraph_of_the_same_words(text: str) -> None:
    source = escaped(text)
    assert "\n" not in source
    if source:
        assert [token.type for token in RENDERER.parse(source)] == ["paragraph_open", "inline", "paragraph_close"]
        assert "".join(shown(source)) == " ".join(text.split())


@given(text=CLEAN)
def test_a_text_in_a_table_stays_in_its_cell(text: str) -> None:
    html = RENDERER.render(table(("a", "b"), [(escaped(text), "end"), (code(text), "end")], right=1))
    assert html.count("<tr>") == 3
    assert html.count("<td") == 4
    assert html.count('<td style="text-align:right">end</td>') == 2


@given(text=CLEAN)
def test_code_is_shown_as_it_is(text: str) -> None:
    line = " ".join(text.split())
    if line:
        assert shown(code(text)) == [line]
    else:
        assert code(text) == ""


@given(text=CLEAN)
def test_a_block_ends_where_it_should(text: str) -> None:
    tokens = RENDERER.parse(block(text) + "\nend")
    assert [token.type for token in tokens] == ["fence", "paragraph_open", "inline", "paragraph_close"]


def test_backticks_of_ours_are_code() -> None:
    assert prose("see `a|b` and *x*") == "see `a|b` and \\*x\\*"
    assert prose("`fit`") == "`fit`"


@pytest.mark.parametrize("text", ["@user", "http://x.org", "www.x.org", "WWW.x.org", "$x$"])
def test_nothing_becomes_a_link_or_a_mention(text: str) -> None:
    assert text not in escaped(text)
