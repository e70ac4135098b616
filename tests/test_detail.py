"""The text of a page as reports show it: findings and grades at their places."""

from __future__ import annotations

import pytest

from plainlang.checks.level.content import contents_of
from plainlang.detail import detail_of, within
from plainlang.findings import (
    BlockView,
    Detail,
    Finding,
    PageResult,
    Position,
    Related,
    Severity,
    Span,
    Suppressed,
)
from plainlang.page import read_page
from plainlang.settings import Settings

SETTINGS = Settings()


def finding(source: str, text: str, **more: object) -> Finding:
    """Return a finding whose span is the first occurrence of `text` in the source."""
    start = source.index(text)
    return Finding(
        rule="r", category="jargon", severity=Severity.WARNING, path="a.html", message="m",
        span=Span(start, start + len(text)), start=Position(1, start + 1),
        end=Position(1, start + len(text) + 1), excerpt=text, **more,
    )  # fmt: skip


def shown(source: str, *texts: str, path: str = "a.html") -> Detail:
    page = read_page(source, path)
    return detail_of(page, [finding(source, t) for t in texts], SETTINGS)


def marks(detail: Detail) -> list[tuple[str, str, int]]:
    """Return kind, marked text and number of each mark."""
    return [(b.kind, b.text[s:e], n) for b in detail.blocks for s, e, n in b.findings]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("<p>Your blood pressure is high.</p>", "blood pressure", "blood pressure"),
        ("<p>Take  \n two <b>big</b> pills.</p>", "two <b>big</b>", "two big"),
        ("<p>Q&amp;A about caf&eacute;s</p>", "caf&eacute;s", "cafés"),
        ("<p>Q&amp;A about caf&eacute;s</p>", "&eacute;", "é"),
        ("<p>a 𝒳 b &lt; c</p>", "b &lt; c", "b < c"),
        ('<p>See <a href="/x">Read more</a> now</p>', '<a href="/x">', "Read more"),
        ('<p><img src="x.png" alt="a red rash"></p>', "red", "red"),
        ('<p><img src="x.png" alt="a red rash"></p>', "<img", "a red rash"),
    ],
)
def test_a_finding_is_marked_in_the_text_a_reader_sees(
    source: str, text: str, expected: str
) -> None:
    if text == "<img":
        text = source[source.index("<img") : source.index(">", source.index("<img")) + 1]
    assert [m[1] for m in marks(shown(source, text))] == [expected]


def test_markdown_findings_are_marked_in_the_text_too() -> None:
    source = "# Flu\n\nSee [the *best* page](https://a.example/) first.\n"
    assert marks(shown(source, "[the *best* page](https://a.example/)", path="a.md")) == [
        ("paragraph", "the best page", 0)
    ]


def test_a_finding_over_two_paragraphs_is_marked_in_both() -> None:
    source = "<p>One two.</p><p>Three four.</p>"
    assert [m[1] for m in marks(shown(source, "two.</p><p>Three"))] == ["two.", "Three"]


def test_what_has_no_text_is_shown_at_its_place() -> None:
    source = '<p>One.</p><img src="/i/leg%20x.png?w=2"><p>Two.</p><iframe src="/v"></iframe>'
    detail = shown(source, '<img src="/i/leg%20x.png?w=2">', '<iframe src="/v">')
    assert [(b.kind, b.text) for b in detail.blocks] == [
        ("paragraph", "One."),
        ("image", "leg%20x.png"),
        ("paragraph", "Two."),
        ("element", '<iframe src="/v">'),
    ]
    assert [n for b in detail.blocks for _, _, n in b.findings] == [0, 1]


def test_a_fault_of_the_whole_page_does_not_mark_all_its_text() -> None:
    detail = shown("<html><body><p>Only text.</p></body></html>", "<html>")
    assert [(b.kind, b.findings) for b in detail.blocks] == [
        ("element", ((0, 6, 0),)),
        ("paragraph", ()),
    ]


def test_two_faults_of_one_image_share_its_place() -> None:
    source = '<p>One.</p><img src="a.png">'
    detail = shown(source, '<img src="a.png">', '<img src="a.png">')
    assert [b.findings for b in detail.blocks if b.kind == "image"] == [((0, 5, 0), (0, 5, 1))]


def test_sentences_carry_grades_and_harder_ones_higher() -> None:
    hard = "Concomitant administration of anticoagulants necessitates comprehensive evaluation."
    detail = shown(f"<p>Call us. {hard}</p><nav><p>Home and more of it.</p></nav>")
    first, second = detail.blocks
    texts = [first.text[s:e].strip() for s, e, _ in first.sentences]
    assert texts == ["Call us.", hard]
    easy, difficult = (g for _, _, g in first.sentences)
    assert easy is not None
    assert difficult is not None
    assert difficult > easy + 4
    assert second.sentences == ()


def test_images_and_links_are_listed_with_their_names() -> None:
    detail = shown('<p><img src="a.png" alt="A leg"> <a href="/b" title="t">Go</a></p>')
    assert detail.images == (
        {"line": 1, "column": 4, "element": "img", "name": "A leg", "name_from": "alt",
         "role": "img", "source": "a.png"},
    )  # fmt: skip
    (link,) = detail.links
    assert (link["name"], link["address"], link["region"]) == ("Go", "/b", "main")


def test_places_count_code_points_utf16_units_and_bytes() -> None:
    source = "<p>x</p>\n<p>é𝒳 word</p>"
    page = read_page(source, "a.html")
    here = finding(source, "word", related=(Related(Span(3, 4), "x"),))
    places = detail_of(page, [here], SETTINGS).places
    assert places[here.span.start] == (2, 7, 8, 11)
    assert places[3] == (1, 4, 4, 4)


def test_within_is_locate_backwards() -> None:
    source = "<p>a&amp;b   <i>c</i>\r\n d&#x1F600;e</p>"
    page = read_page(source, "a.html")
    (block,) = page.blocks
    for start in range(len(block.text)):
        for end in range(start + 1, len(block.text) + 1):
            if block.text[start] != " " and block.text[end - 1] != " ":
                assert within(block, block.locate(start, end)) == (start, end)


def test_a_view_shows_every_block_once() -> None:
    source = "<h1>T</h1><ul><li>a<li>b</ul><table><tr><td>c</table><p hidden>no</p>"
    page = read_page(source, "a.html")
    views = detail_of(page, [], SETTINGS).blocks
    assert [v.text for v in views] == ["T", "a", "b", "c"]
    assert isinstance(views[0], BlockView)
    assert views[0].level == 1
    assert contents_of(page, SETTINGS) is not None


def test_leaving_findings_out_keeps_the_marks_of_the_others_right() -> None:
    source = "<p>One two.</p><img src=a.png><p>three</p>"
    page = read_page(source, "a.html")
    findings = [finding(source, t) for t in ("two", "<img src=a.png>", "three")]
    result = PageResult("a.html", findings=tuple(findings),
                        detail=detail_of(page, findings, SETTINGS))  # fmt: skip
    kept = result.keeping([findings[2]], [Suppressed(findings[0], "baseline", "known")])
    assert kept.detail is not None
    assert marks(kept.detail) == [("paragraph", "three", 0)]
    assert [b.kind for b in kept.detail.blocks] == ["paragraph", "paragraph"]
    assert len(kept.suppressed) == 1


def test_a_byte_order_mark_is_no_column_but_three_bytes() -> None:
    detail = shown("\ufeff<p>é edema</p>\n<p>é gout</p>", "edema", "gout")
    first, second = (detail.places[place] for place in sorted(detail.places)[::2])
    assert (first.line, first.column, first.utf16, first.utf8) == (1, 6, 6, 10)
    assert (second.line, second.column, second.utf16, second.utf8) == (2, 6, 6, 7)
