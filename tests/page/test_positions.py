"""Every character of every block leads back to the place in the source that says it."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plainlang.page import Page, read_page

WORDS = st.sampled_from(
    ["knee", "naïve", "dosis", "日本", "🩺", "a", "&amp;", "&eacute;", "&#8217;", "&nbsp;", "&lt;b&gt;",
     "5 mg", "x<y", "AT&T", "&notit;", "¿qué?"]
)  # fmt: skip
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", " \r\n  "])
WRAPS = st.sampled_from(
    ["<b>{}</b>", "<a href='#x'>{}</a>", "<p>{}", "<p>{}</p>", "<li>{}", "<div>{}</div>", "<i>{}</b>",
     "<table>{}</table>", "<tr><td>{}", "<pre>\n{}</pre>", "{}<br>", "{}<!-- c -->", "<h2>{}</h2>",
     "<b><p>{}</b></p>", "</foo>{}", "<span title='t &amp; u'>{}</span>", "<img alt='{}'>",
     "<dl><dt>{}<dd>{}</dl>", "<ul><li>{}</ul>", "<script>var a = '{}'</script>{}", "<noscript>{}</noscript>",
     "<p hidden>{}</p>", "<svg><title>{}</title></svg>", "<textarea>{}</textarea>", "<select><option>{}"]
)  # fmt: skip


@st.composite
def markup(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        text = "".join(draw(WORDS) + draw(BLANKS) for _ in range(draw(st.integers(1, 4)))) + draw(
            WORDS
        )
        for _ in range(draw(st.integers(0, 3))):
            text = draw(WRAPS).replace("{}", text)
        parts.append(text)
    head = draw(
        st.sampled_from(["", "\ufeff", "<!doctype html><html lang=en><title>T &amp; t</title>"])
    )
    return head + draw(BLANKS).join(parts)


def wrong_characters(page: Page) -> list[tuple[str, str]]:
    """Return (character, what the source has in its place) for all that do not agree."""
    wrong = []
    for block in page.blocks:
        for i, character in enumerate(block.text):
            span = block.locate(i, i + 1)
            source = page.source[span.start : span.end]
            if source == character:
                continue
            source = html.unescape(source)
            if source == character:
                continue
            if character in " \n" and (source.isspace() or re.match(r"(?i)<br|\\?\s*\n", source)):
                continue
            wrong.append((character, source))
    return wrong


@settings(max_examples=400, deadline=None)
@given(markup())
def test_every_character_of_a_generated_page_leads_to_its_source(source: str) -> None:
    assert wrong_characters(read_page(source)) == []


MARKDOWN = st.lists(
    st.sampled_from(
        ["# Knee *pain*", "Plain text", "soft\nbreak", "soft\r\nbreak", "a \\* star", "&amp; and &copy;",
         "[a link](http://a.b/c 'T')", "![an *alt* text](a.png)", "**bold _both_**", "`code`", "- item\n- two",
         "1. one\n2. two", "> quote\n> more", "| a | b |\n|---|---|\n| 1 | 2é |", "hard  \nbreak",
         "<b>raw</b> & text", "<div>\nblock &eacute;\n</div>", "🩺 astral 日本", "[ref][r]\n\n[r]: /x",
         "note[^1]\n\n[^1]: the *note*", "~~gone~~", "<http://auto.link>", "    indented", "{{ name }} says",
         "{% if x %}yes{% endif %}"]
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(MARKDOWN, st.sampled_from(["\n\n", "\r\n\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_every_character_of_generated_markdown_leads_to_its_source(
    parts: list[str], gap: str, bom: str
) -> None:
    page = read_page(bom + gap.join(parts), "page.md")
    wrong = [(c, s) for c, s in wrong_characters(page) if c != "\ufffc"]
    assert wrong == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab ¿é🩺\n\r\t-#*[]()!&<>.:1", max_size=120))
def test_any_plain_text_can_be_read_and_located(source: str) -> None:
    page = read_page(source, "page.txt")
    wrong = [(c, s) for c, s in wrong_characters(page) if c not in " \n"]
    assert wrong == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab é🩺\n\r\t\0<>/=\"'&;!-[]?%{}#pbtdiv", max_size=160))
def test_no_input_breaks_the_html_reader(source: str) -> None:
    page = read_page(source)
    for block in page.blocks:
        span = block.span
        assert 0 <= span.start <= span.end <= len(source)
