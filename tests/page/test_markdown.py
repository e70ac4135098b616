"""Markdown is read as it is shown, and each part leads back to its place in the source."""

from __future__ import annotations

import pytest

from plainlang.page import Page, read_page


def read(source: str) -> Page:
    return read_page(source, "page.md")


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(source).blocks]


def place(source: str, words: str) -> str:
    """Return what the source has where a reader reads `words`."""
    page = read(source)
    for block in page.blocks:
        at = block.text.find(words)
        if at >= 0:
            return source[slice(*block.locate(at, at + len(words)))]
    raise AssertionError(f"“{words}” is not read, but {[b.text for b in page.blocks]}")


@pytest.mark.parametrize(
    ("source", "words", "there"),
    [
        # escapes and references
        (r"Take \*two\* pills", "*two* pills", r"*two\* pills"),
        (r"Take \*two\* pills", "Take *", r"Take \*"),
        (r"5 \< 6 \\ 7", "< 6", r"< 6"),
        ("fish &amp; chips", "& chips", "&amp; chips"),
        ("&copy; 2024 &#8217;", "© 2024 ’", "&copy; 2024 &#8217;"),
        ("a < b & c > d", "< b & c >", "< b & c >"),
        # marks
        ("Take **two *big* pills** now", "two big pills", "two *big* pills"),
        ("Take **two *big* pills** now", "big", "big"),
        ("Take ~~two~~ pills", "two pills", "two~~ pills"),
        ("snake_case_word", "snake_case_word", "snake_case_word"),
        ("Run `a  b` now", "a b", "a  b"),
        ("Run `` a`b `` now", "a`b", "a`b"),
        ("Run `one\ntwo` now", "one two", "one\ntwo"),
        ("> Run `one\n> two` now", "two", "two"),
        ("|a|\n|-|\n|`x \\| y`|", "x | y", "x \\| y"),
        # lines
        ("Take\ntwo", "Take two", "Take\ntwo"),
        ("Take\r\ntwo\r\n\r\nRest", "Take two", "Take\r\ntwo"),
        ("Take\r\ntwo\r\n\r\nRest", "Rest", "Rest"),
        ("Take\rtwo", "two", "two"),
        ("> Take\n> two", "Take two", "Take\n> two"),
        ("- Take\n  two", "Take two", "Take\n  two"),
        ("Take  \ntwo", "\n", "  \n"),
        ("Take\\\ntwo", "\n", "\\\n"),
        ("Take<br>two", "\n", "<br>"),
        # links and images
        ("See [the *map*](x.md 'Map') now", "the map", "the *map"),
        ("See [the map][ref] now\n\n[ref]: /x", "the map", "the map"),
        ("See [ref][] now\n\n[ref]: /x", "ref now", "ref][] now"),
        ("See [ref] now\n\n[ref]: /x", "ref", "ref"),
        ("See <https://a.org/b> now", "https://a.org/b", "https://a.org/b"),
        ("![Two *big* knees](k.png)", "Two big knees", "Two *big* knees"),
        ("![Fish &amp; chips][k]\n\n[k]: k.png", "Fish & chips", "Fish &amp; chips"),
        ("[![Logo](l.png) Home](/)", "Home", "Home"),
        ("![One ![small](s.png) knee](k.png)", "One small knee", "One ![small](s.png) knee"),
        # characters
        ("🩺 **knee** 日本", "knee 日本", "knee** 日本"),
        ("\ufeff# Knee\n\nHip", "Knee", "Knee"),
        ("\ufeff# Knee\n\nHip", "Hip", "Hip"),
        ("é\0 knee", "knee", "knee"),
        # blocks
        ("Knee\n====\n\nHip\n---\n", "Hip", "Hip"),
        ("# Knee #\n", "Knee", "Knee"),
        ("1. one\n2. two\n   - three", "three", "three"),
        ("- [ ] call\n- [x] rest", "rest", "rest"),
        ("| a | b |\n|---|:-:|\n| 1 | **2** mg |", "2 mg", "2** mg"),
        ("Sleep[^1] well.\n\n[^1]: Or *nap*.", "Sleep well", "Sleep[^1] well"),
        ("Sleep[^1] well.\n\n[^1]: Or *nap*.", "Or nap.", "Or *nap*."),
        ("```sh\nrun <x>\n```", "run <x>", "run <x>"),
        ("    run\n      it", "run\n  it", "run\n      it"),
        ("---\ntitle: Knee\n---\nHip", "Hip", "Hip"),
        # HTML
        ("Take <b>two</b> &amp; rest", "two & rest", "two</b> &amp; rest"),
        ("<div>\n\nTake *two*\n\n</div>\nRest", "Take two", "Take *two"),
        ("<div>\nTake *two*\n&amp; rest\n</div>", "*two* & rest", "*two*\n&amp; rest"),
        ("<p title='a'>one</p>\r\n\r\ntwo", "two", "two"),
        ("<img src=k.png alt='A &quot;knee&quot;'>", 'A "knee"', "A &quot;knee&quot;"),
        ("one <!-- a --> two", "one two", "one <!-- a --> two"),
    ],
)  # fmt: skip
def test_what_is_read_leads_to_its_place(source: str, words: str, there: str) -> None:
    assert place(source, words) == there


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("# Knee\n\nPain\n", [("heading", "Knee"), ("paragraph", "Pain")]),
        ("Knee\n===\nPain", [("heading", "Knee"), ("paragraph", "Pain")]),
        ("- one\n- two", [("list-item", "one"), ("list-item", "two")]),
        ("- one\n\n  two\n- three", [("list-item", "one"), ("list-item", "two"), ("list-item", "three")]),
        ("- [ ] call\n- [x] rest", [("list-item", "call"), ("list-item", "rest")]),
        ("> Rest.", [("quote", "Rest.")]),
        ("|a|b|\n|-|-|\n|1|2|",
         [("header-cell", "a"), ("header-cell", "b"), ("cell", "1"), ("cell", "2")]),
        ("|**a**|b|\n|-|-|\n|1|2|",
         [("header-cell", "a"), ("header-cell", "b"), ("cell", "1"), ("cell", "2")]),
        ("```\nrun\n```", [("code", "run")]),
        ("![A knee](k.png)", [("alt", "A knee")]),
        ("![](k.png)", []),
        ("one\n***\ntwo", [("paragraph", "one"), ("paragraph", "two")]),
        ("Sleep[^1].\n\n[^1]: Or nap.", [("paragraph", "Sleep."), ("paragraph", "Or nap.")]),
        ("[ref]: /x 'T'\n", []),
        ("<!-- one -->\n\ntwo", [("paragraph", "two")]),
        ("<script>\nvar a = '*b*'\n</script>\n\ntwo", [("paragraph", "two")]),
        ("<p hidden>one</p>\n\ntwo", [("paragraph", "two")]),
        ("one<br><br>two", [("paragraph", "one"), ("paragraph", "two")]),
        ("---\ntitle: One\n---\n", []),
        ("+++\ntitle = 'One'\n+++\ntwo", [("paragraph", "two")]),
        ("one\n---\ntwo", [("heading", "one"), ("paragraph", "two")]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks_are_of_the_kind_that_is_shown(source: str, blocks: list[tuple[str, str]]) -> None:
    assert kinds(source) == blocks


def test_a_footnote_is_a_note() -> None:
    (note,) = read("Sleep[^1].\n\n[^1]: Or nap.").select("[role=note]")
    assert note.role == "note"


@pytest.mark.parametrize(
    ("front", "language", "title"),
    [
        ("---\nlang: es\ntitle: La gripe\n---\n", "es", "La gripe"),
        ("---\r\nlanguage: 'es_MX'\r\n---\r\n", "es-MX", None),
        ('+++\nlocale = "es"\ntitle = "La gripe"\n+++\n', "es", "La gripe"),
        ("---\nlayout: page\n---\n", "en", None),
    ],
)
def test_front_matter_tells_language_and_title(
    front: str, language: str, title: str | None
) -> None:
    page = read(front + "Text")
    assert (page.language, page.facts["title"]) == (language, title)
    assert page.language_is_declared is (language != "en")
    assert [b.text for b in page.blocks] == ["Text"]


@pytest.mark.parametrize(
    ("source", "whole", "target"),
    [
        ("See [the map](x.md) now", "[the map](x.md)", "x.md"),
        ("See [the map](<a b.md> 'Map') now", "[the map](<a b.md> 'Map')", "a b.md"),
        ("See [ref][] now\n\n[ref]: /x", "[ref][]", "[ref][]"),
        ("See [the map][ref] now\n\n[ref]: /x", "[the map][ref]", "[the map][ref]"),
        ("See <https://a.org/b> now", "<https://a.org/b>", "https://a.org/b"),
        ("Day 🩺\r\n[é](x.md)", "[é](x.md)", "x.md"),
        ("<a href='x'>é</a>", "<a href='x'>", "x"),
    ],
)
def test_links_are_located_with_their_targets(source: str, whole: str, target: str) -> None:
    (link,) = read(source).select("a")
    assert source[slice(*link.span)] == whole
    assert source[slice(*link.value_span("href"))] == target


def test_an_image_is_located_with_its_alternative_text() -> None:
    source = "Look:\r\n![A *knee*](k.png 'Knee')"
    (image,) = read(source).select("img")
    assert image.get("alt") == "A knee"
    assert image.get("title") == "Knee"
    assert source[slice(*image.span)] == "![A *knee*](k.png 'Knee')"
    assert source[slice(*image.value_span("src"))] == "k.png"


def test_headings_get_the_names_that_links_use() -> None:
    page = read("# Knee pain, day 1\n\n## Rest\n\n## Rest\n\n## Own {#mine}\n")
    assert [h.get("id") for h in page.select("h1, h2")] == ["knee-pain-day-1", "rest", "rest-1", "mine"]  # fmt: skip


def test_marks_are_known_in_markdown_too() -> None:
    (block,) = read("Ask the [**best** doctor](/gp) about *sleep* `cpap`.").blocks
    marks = {(m.kind, block.text[m.start : m.end], m.value) for m in block.marks}
    assert marks == {
        ("link", "best doctor", "/gp"), ("strong", "best", None), ("emphasis", "sleep", None),
        ("code", "cpap", None),
    }  # fmt: skip


def test_markdown_is_never_a_whole_document() -> None:
    assert not read("<!doctype html>\n<html>\n<p>x</p>\n</html>").is_document


def test_comments_in_markdown_are_located() -> None:
    source = "\ufeffOne\r\n\r\n<!-- two -->\r\n\r\nThree <!--four-->"
    page = read(source)
    assert [(t, source[slice(*s)]) for t, s in page.comments] == [
        (" two ", "<!-- two -->"), ("four", "<!--four-->")
    ]  # fmt: skip


@pytest.mark.parametrize("tag", ["title", "textarea", "plaintext", "xmp", "script"])
def test_a_tag_that_would_swallow_the_rest_of_the_page_is_text(tag: str) -> None:
    source = f"# Forms\n\nWe have a <{tag}> *here*.\n\nCall [us](/us).\n"
    page = read(source)
    assert [b.text for b in page.blocks] == ["Forms", f"We have a <{tag}> here.", "Call us."]
    block = page.blocks[1]
    at = block.text.index("<")
    assert source[slice(*block.locate(at, at + len(tag) + 2))] == f"<{tag}>"


def test_a_tag_that_is_closed_is_a_tag() -> None:
    page = read(
        "One <textarea>two</textarea> three.\n\n<title>Four</title>\n\n<script>five</script>\n"
    )
    assert [(b.kind, b.text) for b in page.blocks] == [
        ("paragraph", "One"), ("field", "two"), ("paragraph", "three."), ("title", "Four")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "there"),
    [
        ("blockquote", "> Rest **well** *now*"), ("strong", "**well**"), ("em", "*now*"), ("del", "~~late~~"),
        ("code", "`cpap`"), ("li", "- One ~~late~~ `cpap`"), ("ul", "- One ~~late~~ `cpap`\n- Two"),
        ("table", "| a | é |\n|---|---|\n| 1 | 2 |"), ("th", "a"), ("pre", "```\ncode\n```"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_element_stands_where_its_whole_construct_does(
    tag: str, there: str, line_end: str
) -> None:
    source = (
        "\ufeff> Rest **well** *now*\n\n- One ~~late~~ `cpap`\n- Two\n\n"
        "| a | é |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n## Pain\n"
    ).replace("\n", line_end)
    element = read(source).select(tag)[0]
    assert source[slice(*element.span)] == there.replace("\n", line_end)
