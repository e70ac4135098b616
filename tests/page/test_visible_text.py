"""The text that readers who see can read inside an element."""

from __future__ import annotations

import pytest

from plainlang.page import read_page
from plainlang.page.visible_text import is_seen, visible_text


def painted(inside: str) -> str:
    page = read_page(f"<button>Send{inside}</button>")
    return visible_text(page.accessibility, page.nodes("button")[0])


@pytest.mark.parametrize(
    "style",
    [
        "position: absolute; left: -9999px",
        "position: FIXED; top: -999px",
        "position: absolute; right: -100vw",
        "position: absolute; clip: rect(0, 0, 0, 0)",
        "position: absolute; clip: rect(1px 1px 1px 1px)",
        "clip-path: inset(50%)",
        "clip-path: circle(0)",
        "opacity: 0",
        "opacity: 0.0",
        "text-indent: -9999px",
        "width: 1px; height: 1px; overflow: hidden",
        "width: 0; height: 0; overflow: clip",
        "display: none",
        "visibility: hidden",
        "font-family: 'Material Icons', sans-serif",
    ],
)
def test_what_is_moved_cut_off_or_drawn_as_a_sign_is_not_painted(style: str) -> None:
    assert painted(f'<span style="{style}"> now</span>') == "Send"


@pytest.mark.parametrize(
    "style",
    [
        "left: -9999px",
        "position: relative; left: -9999px",
        "position: absolute; left: -20px",
        "clip: rect(0, 0, 0, 0)",
        "opacity: 0.05",
        "text-indent: -2em",
        "width: 1px; height: 1px",
        "width: 100px; height: 1px; overflow: hidden",
        "font-family: Georgia, 'Material Icons'",
    ],
)
def test_what_a_style_leaves_in_sight_is_painted(style: str) -> None:
    assert painted(f'<span style="{style}"> now</span>') == "Send now"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<i aria-hidden=true> now</i>", "Send now"),
        ("<i class=sr-only> now</i>", "Send"),
        ("<i class='btn visually-hidden'> now</i>", "Send"),
        ("<i class=material-icons>send</i>", "Send"),
        ("<br>now", "Send now"),
        ("<div>now</div>", "Send now"),
        ("<b>er</b>", "Sender"),
        ("<b popover> now</b>", "Send"),
    ],
)
def test_the_parts_of_a_label(inside: str, text: str) -> None:
    assert painted(inside) == text


def test_a_button_made_with_input_shows_its_value_and_a_field_shows_no_label() -> None:
    page = read_page("<label>Go <input type=submit value=Send><input value=Anna></label>")
    assert visible_text(page.accessibility, page.nodes("label")[0]) == "Go Send"


@pytest.mark.parametrize(
    ("source", "is_met"),
    [
        ("<p>Flu</p>", True),
        ("<p aria-hidden=true>Flu</p>", True),
        ("<p style='position:absolute; left:-9999px'>Flu</p>", True),  # heard, though not seen
        ("<p hidden>Flu</p>", False),
        ("<p aria-hidden=true style='position:absolute; left:-9999px'>Flu</p>", False),
        ("<div style='opacity:0'><p aria-hidden=true>Flu</p></div>", False),
    ],
)
def test_whether_anyone_meets_an_element(source: str, is_met: bool) -> None:
    page = read_page(source)
    assert is_seen(page.accessibility, page.nodes("p")[0]) is is_met


@pytest.mark.parametrize(
    ("inside", "bold"),
    [
        ("one <b style='font-weight:400'>two</b>", []),
        ("one <i style='font-weight:600'>two</i>", ["two"]),
        ("<b>one <i style='font-weight:normal'>two <u style='font-weight:400'>3</u> 4</i> 5</b>", ["one", "5"]),
        (f"one <i style='font-weight:{'9' * 5000}'>two</i>", []),
    ],
)  # fmt: skip
def test_what_a_style_makes_bold_is_bold(inside: str, bold: list[str]) -> None:
    (block,) = read_page(f"<p>{inside}</p>").blocks
    assert [block.text[m.start : m.end] for m in block.marks if m.kind == "strong"] == bold
