"""HTML is read as browsers show it, and each part leads back to its place in the source."""

from __future__ import annotations

import pytest

from plainlang.page import Page, read_page
from tests.work import calls_made


def texts(source: str) -> list[str]:
    return [block.text for block in read_page(source).blocks]


def found(source: str, words: str, path: str = "page.html") -> str:
    """Return what the source has where a reader reads `words`."""
    page = read_page(source, path)
    return place(page, words)


def place(page: Page, words: str) -> str:
    for block in page.blocks:
        at = block.text.find(words)
        if at >= 0:
            span = block.locate(at, at + len(words))
            return page.source[span.start : span.end]
    raise AssertionError(f"“{words}” is not read, but {[b.text for b in page.blocks]}")


@pytest.mark.parametrize(
    ("source", "words", "there"),
    [
        # references
        ("<p>fish &amp; chips</p>", "& chips", "&amp; chips"),
        ("<p>fish &amp; chips</p>", "&", "&amp;"),
        ("<p>caf&eacute;s</p>", "cafés", "caf&eacute;s"),
        ("<p>caf&eacutes</p>", "és", "&eacutes"),
        ("<p>caf&eacutes</p>", "s", "s"),
        ("<p>&#8217;s &#x2019;</p>", "’s ’", "&#8217;s &#x2019;"),
        ("<p>AT&T and R&D; x</p>", "AT&T and R&D;", "AT&T and R&D;"),
        ("<p>&notit;</p>", "it;", "it;"),
        # a tag without a name leaves nothing behind
        ("<p>sleep</> apnea &amp; more</p>", "apnea &", "apnea &amp;"),
        ("<p>sl</>ee</></>p</p>", "sleep", "sl</>ee</></>p"),
        ("<p>sl</>ee</></>p</p>", "p", "p"),
        ("<textarea>sleep</> apnea</textarea>", "p</> a", "p</> a"),
        ("<p>&NotEqualTilde; 1</p>", "≂̸", "&NotEqualTilde;"),
        ("<p>hyper&shy;ten\u200bsion is</p>", "hypertension", "hyper&shy;ten\u200bsion"),
        ("<p>5&nbsp;mg</p>", "5\u00a0mg", "5&nbsp;mg"),
        ("<p>a &lt; b</p>", "a < b", "a &lt; b"),
        ("<p>a < b</p>", "a < b", "a < b"),
        # signs that nobody sees, which say where a line may or may not break
        ("<p>hyper&shy;ten­sion</p>", "hypertension", "hyper&shy;ten­sion"),
        ("<p>hyper&shy;ten­sion</p>", "tension", "ten­sion"),
        ("<p>hyper&#8203;<b>ten</b>​sion</p>", "hypertension", "hyper&#8203;<b>ten</b>​sion"),
        ("<p>Rest ​ now﻿.</p>", "Rest now.", "Rest ​ now﻿."),
        ("<pre>hyper&shy;tension</pre>", "hypertension", "hyper&shy;tension"),
        ("<img src=k.png alt='hyper&shy;tension'>", "hypertension", "hyper&shy;tension"),
        # blanks and lines
        ("<p>  Take  \n\t two  pills </p>", "Take two pills", "Take  \n\t two  pills"),
        ("<p>Take\r\ntwo</p>", "Take two", "Take\r\ntwo"),
        ("<p>Take\rtwo</p>\r<p>Rest", "two", "two"),
        ("<p>Take\rtwo</p>\r<p>Rest", "Rest", "Rest"),
        ("a\r\n\r\n<p>\r\nRest", "Rest", "Rest"),
        ("<pre>\n one\n  two</pre>", "one\n  two", "one\n  two"),
        ("<pre>one\r\n two</pre>", "one\n two", "one\r\n two"),
        ("<p>one<br>two</p>", "\n", "<br>"),
        ("<p>one<br />\n two</p>", "one\ntwo", "one<br />\n two"),
        ("<p>one</br>two</p>", "\n", "</br>"),
        ("<p>one<wbr>two</p>", "onetwo", "one<wbr>two"),
        # marks inside of text
        ("<p>Take <b>two</b> pills</p>", "two pills", "two</b> pills"),
        ("<p>Take <b>two</b> pills</p>", "two", "two"),
        ("<p>Ta<i>k</i>e</p>", "Take", "Ta<i>k</i>e"),
        ("<p>one<!-- note -->two</p>", "onetwo", "one<!-- note -->two"),
        ("<p>one <!-- note --> two</p>", "one two", "one <!-- note --> two"),
        # characters
        ("<p>🩺 knee</p>", "knee", "knee"),
        ("<p>🩺 knee 🦵</p>", "knee 🦵", "knee 🦵"),
        ("\ufeff<p>knee</p>", "knee", "knee"),
        ("\ufeffknee pain", "knee", "knee"),
        ("<p>a\0b</p><p>knee", "knee", "knee"),
        ("<p>a\0b</p>", "ab", "a\0b"),
        ("<p>日本 knee</p>", "knee", "knee"),
        ("<p>\U000f0001 knee</p>", "knee", "knee"),
        ("<style>a::before { content: '\U000f0001' }</style><p>knee", "knee", "knee"),
        # tags that are not there, not closed, or closed in another order
        ("<p>one<p>two", "two", "two"),
        ("<ul><li>one<li>two</ul>", "two", "two"),
        ("<dl><dt>one<dd>two</dl>", "two", "two"),
        ("<table><tr><td>one<td>two</table>", "two", "two"),
        ("knee <b>pain", "knee pain", "knee <b>pain"),
        ("<b>one <i>two</b> three</i>", "one two three", "one <i>two</b> three"),
        ("<b><p>one</b> two</p>", "one two", "one</b> two"),
        ("<p>one</div> two", "one two", "one</div> two"),
        ("</foo>knee", "knee", "knee"),
        ("<a href=x>one<a href=y>two</a>", "two", "two"),
        ("<h1>one</h2>two", "one", "one"),
        # what is moved out of a table
        ("<table>late<tr><td>cell</td></tr></table>", "late", "late"),
        ("<table><tr><td>cell</td></tr>late &amp; loud</table>", "late & loud", "late &amp; loud"),
        ("<table><b>one</b><tr><td>cell</table>", "cell", "cell"),
        ("<p>one<table><tr>two<td>cell</table>", "two", "two"),
        # what stands where it should not
        ("<title>Knee &amp; hip</title>", "Knee & hip", "Knee &amp; hip"),
        ("<title>Knee <b>pain</b></title>", "<b>pain</b>", "<b>pain</b>"),
        ("<p>one</body></html> two", "one two", "one</body></html> two"),
        ("<head>knee</head>", "knee", "knee"),
        ("<textarea> one\n two</textarea>", "one\n two", "one\n two"),
        ("<select><option>one<option>two</select>", "two", "two"),
        ("<button>Send <b>now</b></button>", "Send now", "Send <b>now"),
        ("<p>a <?php echo 1 ?> b</p>", "b", "b"),
        ("<svg><title>Knee &amp; hip</title></svg>", "Knee & hip", "Knee &amp; hip"),
        ('<svg aria-label="A knee"><path/></svg>', "A knee", "A knee"),
        ("<img alt='Knee &amp; hip'>", "Knee & hip", "Knee &amp; hip"),
        ("<img alt=Knee>", "Knee", "Knee"),
        ('<img alt = "a ? b&copy=1">', "b&copy=1", "b&copy=1"),
        ("<input type=image alt='Go on'>", "Go on", "Go on"),
        ("<map><area alt='Hip' href=x></map>", "Hip", "Hip"),
    ],
)  # fmt: skip
def test_what_is_read_leads_to_its_place(source: str, words: str, there: str) -> None:
    assert found(source, words) == there


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<p>one <b>two</b>, <i>three</i></p>", ["one two, three"]),
        ("one<div>two</div>three", ["one", "two", "three"]),
        ("<p>one<br>two</p>", ["one\ntwo"]),
        ("<p>one<br><br>two</p>", ["one", "two"]),
        ("<p> <br> one <br> </p>", ["one"]),
        ("<p>&nbsp;</p><p>one&nbsp;</p>", ["one\u00a0"]),
        ("<p>one &shy; two</p><p>\u200b</p>", ["one two"]),
        ("<p>one</p>&nbsp;<p>two</p>", ["one", "two"]),
        ("<span>one</span>\u00a0<span>two</span>", ["one\u00a0two"]),
        ("<div>late<table><tr><td>cell</table></div>", ["late", "cell"]),
        ("<table><tr><td>cell</td></tr>late</table>", ["late", "cell"]),
        ("<p>a\0b</p>", ["ab"]),
        ("<pre>\n\none\n\ntwo  three\n</pre>", ["one\n\ntwo  three"]),
        ("<select>text <option>one<optgroup label=x><option>two</select>", ["one", "two"]),
        ("<ruby>漢<rt>kan</rt></ruby>", ["漢kan"]),
        ("<p>&#0;&#x80;&#xD800;&#x110000;</p>", ["\ufffd€\ufffd\ufffd"]),
        ("", []),
        ("<>", ["<>"]),
        ("<p", []),
        ("<!-- one", []),
        ("one <", ["one <"]),
        ("one &", ["one &"]),
        ("<![CDATA[one]]> two", ["two"]),
        ("<svg><![CDATA[one]]></svg> two", ["two"]),
        ("<math><mi>x</mi></math> two", ["two"]),
        ("<iframe>one</iframe><object>two</object><video>three</video>four", ["four"]),
        ("<plaintext>one <b>two", ["one <b>two"]),
        ("<xmp>one <b>two</b></xmp>", ["one <b>two</b>"]),
        ("<details><summary>one</summary>two</details>", ["one", "two"]),
    ],
)  # fmt: skip
def test_the_page_reads_as_it_is_shown(source: str, read: list[str]) -> None:
    assert texts(source) == read


def test_noscript_is_not_read_and_does_not_end_the_head() -> None:
    page = read_page(
        "<!doctype html><html lang=en><head><noscript><img src=x alt=pixel></noscript>"
        "<title>Flu</title></head><body><noscript><p>Turn on scripts.</p></noscript><p>Rest.</p>"
    )
    assert [(b.text, b.region) for b in page.blocks] == [("Flu", "head"), ("Rest.", "main")]
    assert page.select("head > title")
    assert page.select("img") == []


def test_positions_count_lines_and_columns_as_editors_do() -> None:
    page = read_page("<p>One</p>\r\n<p>🩺 &amp; two</p>\r<p>three</p>")
    lines = [page.position(block.span.start) for block in page.blocks]
    assert [(p.line, p.column) for p in lines] == [(1, 4), (2, 4), (3, 4)]


def test_elements_and_their_attributes_are_located() -> None:
    source = "\ufeff<p>One\r\n<a  href='/x?a&amp;b'  title=Go>two</a>\r\n<img alt>"
    page = read_page(source)
    link, image = page.select("a, img")
    assert source[slice(*link.span)] == "<a  href='/x?a&amp;b'  title=Go>"
    assert source[slice(*link.outer)] == "<a  href='/x?a&amp;b'  title=Go>two</a>"
    assert source[slice(*link.value_span("href"))] == "/x?a&amp;b"
    assert source[slice(*link.value_span("title"))] == "Go"
    assert source[slice(*image.value_span("alt"))] == "alt"
    assert page.attribute(link.node, "lang") is None


def test_an_implied_element_is_where_its_parent_begins() -> None:
    source = "<table><tr><td>cell</table>"
    page = read_page(source)
    assert source[slice(*page.select("tbody")[0].span)] == "<table>"


def test_a_copy_of_a_link_is_where_the_link_was_written() -> None:
    source = "<p><a href='/x'>one<p>two</a> <b>three<p>four"
    page = read_page(source)
    assert [source[slice(*link.span)] for link in page.select("a")] == ["<a href='/x'>"] * 2
    assert [source[slice(*link.value_span("href"))] for link in page.select("a")] == ["/x"] * 2
    assert [source[slice(*mark.span)] for mark in page.select("b")] == ["<b>"] * 2


def test_comments_are_kept_with_their_places() -> None:
    page = read_page("\r\n<!-- one --><p>x<!--two--></p><script>'<!-- no -->'</script>")
    assert [(text, page.source[slice(*span)]) for text, span in page.comments] == [
        (" one ", "<!-- one -->"),
        ("two", "<!--two-->"),
    ]


@pytest.mark.parametrize(
    ("source", "is_document"),
    [("<p>x", False), ("<html><p>x", True), ("<!doctype html><p>x", True), ("<body>x", False)],
)
def test_a_fragment_is_no_document(source: str, is_document: bool) -> None:
    assert read_page(source).is_document is is_document


def test_marks_say_what_is_a_link_a_term_or_another_language() -> None:
    (block,) = read_page(
        "<p>Ask your <a href=/gp>doctor</a> about <dfn>apnea</dfn>, <abbr title='air pressure'>AP</abbr> "
        "and <i lang=es> la apnea </i> in <b>two <i>weeks</i></b>.</p>"
    ).blocks
    marks = {(m.kind, block.text[m.start : m.end], m.value) for m in block.marks}
    assert marks == {
        ("link", "doctor", "/gp"), ("dfn", "apnea", None), ("abbr", "AP", "air pressure"),
        ("emphasis", "la apnea", None), ("lang", "la apnea", "es"), ("strong", "two weeks", None),
        ("emphasis", "weeks", None),
    }  # fmt: skip


def test_headings_make_sections() -> None:
    page = read_page(
        "<h1>A</h1><p>a<h3>B</h3><p>b<h2>C</h2><p>c<p role=heading aria-level=2>D</p>d"
    )
    sections = {b.text: h.text if (h := page.section(b)) else None for b in page.blocks}
    assert sections == {
        "A": None, "a": "A", "B": "A", "b": "B", "C": "A", "c": "C", "D": "A", "d": "D"
    }  # fmt: skip


def test_a_page_nested_very_deeply_is_read() -> None:
    assert texts("<div><b>" * 5000 + "knee") == ["knee"]


@pytest.mark.parametrize("format_", ["html", "md", "txt"])
def test_a_paragraph_of_any_length_is_read_in_parts_that_lose_nothing(format_: str) -> None:
    source = "You can sleep well again. " * 2000 + "The end"
    page = read_page(source, f"page.{format_}")
    assert " ".join(block.text for block in page.blocks) == source
    assert len(page.blocks) > 2
    assert all(block.text.endswith((".", "The end")) for block in page.blocks)
    assert place(page, "The end") == "The end"
    words = read_page("x" * 30_000, f"page.{format_}").blocks
    assert "".join(block.text for block in words) == "x" * 30_000


@pytest.mark.parametrize(
    ("source", "selector", "whole"),
    [
        ("<ul><li>a<li>b</ul>c", "li", ["<li>a", "<li>b"]),
        ("<table><tr><td>a<tfoot><tr><td>b</table>", "tr", ["<tr><td>a", "<tr><td>b"]),
        ("<p>a<a href=x>b</p>c", "p > a", ["<a href=x>b"]),
        ("<head><title>t</title><p>x", "head", ["<head><title>t</title>"]),
        ('<svg><path d="M"/><g>x</svg>', "path, g", ['<path d="M"/>', "<g>x"]),
        ("<p><img src=x>a<br>b", "img, br", ["<img src=x>", "<br>"]),
        # moved out of the table: what follows it in the source is not what stands beside it
        ("<table><div>m<tr><td>x</table><p>q", "div", ["<div>"]),
    ],
)
def test_an_element_without_an_end_tag_ends_where_the_next_begins_or_what_it_is_in_ends(
    source: str, selector: str, whole: list[str]
) -> None:
    page = read_page(source, "a.html")
    assert [source[slice(*element.outer)] for element in page.select(selector)] == whole


@pytest.mark.parametrize(("before", "each"), [("<ul>", "<li>a"), ("", "<div>")])
def test_the_ends_of_twice_as_many_unclosed_elements_take_twice_the_work(
    before: str, each: str
) -> None:
    def work(number: int) -> int:
        markup = before + each * number
        elements = read_page(markup, "a.html").select("*")
        made = calls_made(lambda: [element.outer for element in elements])
        assert max(element.outer.end for element in elements) == len(markup)
        return made

    assert work(400) < 3 * work(200)


def test_a_line_of_fixed_blanks_parts_paragraphs() -> None:
    source = "<div>One.<br>&nbsp;<br>Two.<br>\u00a0\u00a0<br>Three.<br>Four.</div>"
    assert [b.text for b in read_page(source).blocks] == ["One.", "Two.", "Three.\nFour."]
