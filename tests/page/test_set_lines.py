"""The lines of a printed page, each put at its place, are read as the sentences that they make."""

from __future__ import annotations

import pytest

from plainlang.page import read_page

STYLE = "<style>.t { position: absolute }</style>"


def page(*lines: str, style: str = STYLE) -> str:
    return style + "<div>" + "".join(f"<div class='t'>{line}</div>" for line in lines) + "</div>"


def texts(source: str) -> list[str]:
    return [block.text for block in read_page(source).blocks]


def test_lines_of_one_sentence_are_one_paragraph() -> None:
    source = page(
        "Most people who have it do", "not feel sick at all, so", "<b>see</b> your doctor.", "Rest."
    )
    assert texts(source) == [
        "Most people who have it do not feel sick at all, so see your doctor.",
        "Rest.",
    ]


def test_each_letter_says_where_it_stands() -> None:
    source = page("Most people who have it do", "not feel <b>sick</b> at all.")
    (block,) = read_page(source).blocks
    for at, sign in enumerate(block.text):
        span = block.locate(at, at + 1)
        assert sign == " " or source[span.start : span.end] == sign
    (bold,) = (m for m in block.marks if m.kind == "strong")
    assert block.text[bold.start : bold.end] == "sick"


def test_headings_are_still_those_of_their_sections() -> None:
    source = page("Most people who have it do", "not feel sick.") + "<h2>Care</h2><p>Rest.</p>"
    found = read_page(source)
    section = found.section(found.blocks[-1])
    assert section is not None
    assert section.text == "Care"


def test_lines_without_an_end_make_no_paragraph_of_any_length() -> None:
    found = texts(page(*["one line that does not end"] * 2_000))
    assert 1 < len(found) < 20


@pytest.mark.parametrize(
    "source",
    [
        page("Most people who have it do", "not feel sick.", style=""),
        page("left lung", "right lung", "heart"),
        page("Most people who have it do.", "not feel sick."),
        page("Most people who have it do", "Not feel sick."),
        STYLE + "<p class=t>Most people who have it do</p><div class=t>not feel sick.</div>",
    ],
)
def test_other_lines_stay_apart(source: str) -> None:
    assert len(texts(source)) > 1
