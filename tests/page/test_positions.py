"""Every character of every block leads back to the place in the source that says it."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plainlang.page import Page, read_page
from plainlang.page.template import UNKNOWN

TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# What may stand where readers see a blank: blanks, tags, comments, and what Markdown writes at a line's ends.
BETWEEN = re.compile(r"<!--.*?(?:-->|--!>|\Z)|<[^>]*>|\{%.*?%\}|&nbsp;|[ \t\r\n\f\\>]+", re.DOTALL)

WORDS = st.sampled_from(
    ["knee", "naïve", "dosis", "日本", "🩺", "a", "&amp;", "&eacute;", "&eacutes", "&#8217;", "&nbsp;", "so&shy;ft", "ze\u200bro", "{{ a }}", "&lt;b&gt;",
     "5 mg", "x<y", "AT&T", "&notit;", "¿qué?"]
)  # fmt: skip
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n", "\t", " \r\n  "])
WRAPS = st.sampled_from(
    ["<b>{}</b>", "<a href='#x'>{}</a>", "<p>{}", "<p>{}</p>", "<li>{}", "<div>{}</div>", "<i>{}</b>",
     "<table>{}</table>", "<tr><td>{}", "<pre>\n{}</pre>", "{}<br>", "{}<!-- c -->", "<h2>{}</h2>",
     "<b><p>{}</b></p>", "</foo>{}", "<span title='t &amp; u'>{}</span>", "<img alt='{}'>",
     "<dl><dt>{}<dd>{}</dl>", "<ul><li>{}</ul>", "<script>var a = '{}'</script>{}", "<noscript>{}</noscript>",
     "x</>{}", "{}</ x>", "{}<?pi?>", "{}<!-->", "{}<!--x--!>", "<svg><![CDATA[{}]]></svg>", "<math><mi>{}</mi></math>",
     "<template>{}</template>", "<xmp>{}</xmp>", "<textarea>\n{}", "<b><a href=y>{}</b>z</a>", "<ruby>{}<rt>x</ruby>",
     "<table>{}<td>{}", "<caption>{}", "<i><table>{}</i>", "<optgroup>{}", "<button>{}", "</p>{}", "</br>{}", "<plaintext>{}",
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
    templates = [m.span() for m in TEMPLATE.finditer(page.source)]
    for block in page.blocks:
        for i, character in enumerate(block.text):
            span = block.locate(i, i + 1)
            source = raw = page.source[span.start : span.end]
            if source == character:
                continue
            source = html.unescape(source)
            if source == character:
                continue
            if character in (UNKNOWN, " ") and any(a <= span.start < b for a, b in templates):
                continue
            if raw.startswith("&") and character in source:
                continue  # a reference to two characters
            if page.format == "markdown" and source in (f"\\{character}", f"\\|{character}"):
                continue
            if character == "\ufffd" and raw == "\0":
                continue
            if character in " \n" and raw and not BETWEEN.sub("", raw):
                continue
            wrong.append((character, source))
    return wrong


def crooked_stretches(page: Page) -> list[tuple[str, str]]:
    """Return stretches that do not run from their first to their last character's place."""
    crooked = []
    for block in page.blocks:
        size = len(block.text)
        for i, j in {(0, size), (size // 3, size), (0, size // 2 + 1), (size // 4, size // 2 + 1)}:
            first, last = block.locate(i, i + 1), block.locate(j - 1, j)
            span = block.locate(i, j)
            if span != (first.start, last.end) or first.start > last.start:
                crooked.append((block.text[i:j], page.source[slice(*span)]))
    return crooked


@settings(max_examples=400, deadline=None)
@given(markup())
def test_every_character_of_a_generated_page_leads_to_its_source(source: str) -> None:
    page = read_page(source)
    assert wrong_characters(page) == []
    assert crooked_stretches(page) == []


INLINE = st.recursive(
    st.sampled_from(
        ["knee", "naïve", "日本", "🩺", "5 mg", r"\*", r"\_", r"\[", r"\\", r"\&amp;", "&amp;", "&eacute;", "&#8217;",
         "&NotEqualTilde;", "&nbsp;", "a & b", "1 < 2", "`code`", "`` a`b ``", "`a\nb`", "<http://auto.link>",
         "<b>raw</b>", "<i title='&amp;'>raw &amp; ready</i>", "<!-- c -->", "<br>", "soft\nbreak", "hard  \nbreak",
         "hard\\\nbreak", "![an *alt* text](a.png)", "[ref][]", "[ref]", "note[^1]", "snake_case", "{{ name }}",
         "{% if x %}yes{% endif %}", "a\u00a0b", "so\u00adft", "“quoted”", "\0"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(" ".join),
        st.builds(lambda wrap, text: wrap.replace("{}", text),
                  st.sampled_from(["*{}*", "**{}**", "_{}_", "~~{}~~", "[{}](http://a.b/c 'T')", "[{}](<a b>)", "[{}][ref]",
                                   "<span>{}</span>", "<b hidden>{}</b>", "***{}***"]), inner),
    ),
    max_leaves=6,
)  # fmt: skip


@st.composite
def markdown_block(draw: st.DrawFn) -> str:
    text = draw(INLINE)
    kind = draw(
        st.sampled_from(
            ["{}", "# {}", "## {} ##", "{}\n===", "- {}\n- two", "1. {}\n\n   more", "- [x] {}", "> {}",
             "- one\n  - {}", "> - {}", "| a | {} |\n|---|---|\n| {} | 2é |", "    indented {}", "```\n{}\n```",
             "<div>\n{} &eacute;\n</div>", "<p>\n\n{}\n\n</p>", "{}\n{: .note}"]
        )
    )  # fmt: skip
    prefix = {">": "> ", "1": "   ", "-": "  "}.get(kind[0], "")
    if kind.startswith(("#", "|")):
        text = text.replace("\n", " ")
    return kind.replace("{}", text.replace("\n", "\n" + prefix))


def with_line_ends(source: str, line_end: str) -> str:
    return source.replace("\n", line_end)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(markdown_block(), min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff", "---\ntitle: T\n---\n"]),
)
def test_every_character_of_generated_markdown_leads_to_its_source(
    parts: list[str], line_end: str, head: str
) -> None:
    source = head + "\n\n".join([*parts, "[ref]: /x 'T'", "[^1]: the *note*"])
    page = read_page(with_line_ends(source, line_end), "page.md")
    assert wrong_characters(page) == []
    assert crooked_stretches(page) == []


TEXT_LINE = st.builds(
    lambda lead, words: lead + " ".join(words),
    st.sampled_from(["", "", "- ", "• ", "1. ", "a) ", "# ", "  ", "\t", "=====", "* * *"]),
    st.lists(
        st.sampled_from(
            ["knee", "naïve", "🩺", "5 < 6", "&amp;", "<b>x</b>", "[map](x.md)", "![a knee](k.png)", "**two**",
             "[", "](", "why?", "it ends.", "{{ name }}", "<!-- c -->", "\0", "two  blanks"]
        ),
        max_size=5,
    ),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(TEXT_LINE, st.just("")), max_size=8),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
)
def test_every_character_of_generated_text_leads_to_its_source(
    lines: list[str], line_end: str, bom: str
) -> None:
    page = read_page(bom + line_end.join(lines), "page.txt")
    assert wrong_characters(page) == []
    assert crooked_stretches(page) == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab ¿é🩺\n\r\t-#*[]()!&<>.:1", max_size=120))
def test_any_plain_text_can_be_read_and_located(source: str) -> None:
    page = read_page(source, "page.txt")
    wrong = [(c, s) for c, s in wrong_characters(page) if c not in " \n"]
    assert wrong == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab é🩺\n\r\t\0<>/=\"'&;!-[]?%{}#*_`|:()\\~+1.", max_size=160))
def test_no_input_breaks_the_markdown_reader(source: str) -> None:
    page = read_page(source, "page.md")
    for block in page.blocks:
        span = block.span
        assert 0 <= span.start <= span.end <= len(source)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab é🩺\n\r\t\0<>/=\"'&;!-[]?%{}#pbtdiv", max_size=160))
def test_no_input_breaks_the_html_reader(source: str) -> None:
    page = read_page(source)
    for block in page.blocks:
        span = block.span
        assert 0 <= span.start <= span.end <= len(source)
