"""What a page does not show is not read; what a reader can open by hand is."""

from __future__ import annotations

import pytest

from plainlang.page import read_page


def texts(source: str) -> list[str]:
    return [block.text for block in read_page(source).blocks]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>gone</p>",
        "<p hidden=''>gone</p>",
        "<p hidden=HIDDEN>gone</p>",
        "<p hidden style='color: red'>gone</p>",
        "<p aria-hidden=true>gone</p>",
        "<p aria-hidden=' TRUE '>gone</p>",
        "<p style='display:none'>gone</p>",
        "<p style='DISPLAY : None !important; color: red'>gone</p>",
        "<p style='display:/* so */none'>gone</p>",
        "<p style='display: block; display: none'>gone</p>",
        "<p style='display: none; display: nonsense'>gone</p>",
        "<p hidden style='all: revert'>gone</p>",
        "<p hidden style='display: var(--unknown)'>gone</p>",
        "<p style='visibility: hidden'>gone</p>",
        "<p style='visibility: collapse'>gone</p>",
        "<div style='content-visibility: hidden'>gone</div>",
        "<div hidden><p>gone <b>too</b></p><ul><li>gone</ul></div>",
        "<div style='display:none'><img src=k.png alt=gone></div>",
        "<img src=k.png alt=gone style='visibility: hidden'>",
        "<template><p>gone</p></template>",
        "<script>gone()</script>",
        "<script type='text/template'><p>gone</p></script>",
        "<style>.gone { color: red }</style>",
        "<noscript><p>gone</p></noscript>",
        "<datalist><option>gone</datalist>",
        "<select hidden><option>gone</select>",
        "<!-- gone -->",
    ],
)
def test_hidden_content_is_not_read(hidden: str) -> None:
    assert texts(f"<p>one</p>{hidden}<p>two</p>") == ["one", "two"]


@pytest.mark.parametrize(
    "shown",
    [
        "<p>seen</p>",
        "<p aria-hidden=false>seen</p>",
        "<p aria-hidden>seen</p>",
        "<p hidden style='display: block'>seen</p>",
        "<p hidden style='all: unset'>seen</p>",
        "<p style='display: none; all: initial'>seen</p>",
        "<p style='--x: display:none'>seen</p>",
        "<p style=\"background: url('display:none')\">seen</p>",
        "<p style='/* display:none */ color: red'>seen</p>",
        "<p style='display:none; display:block'>seen</p>",
        "<p style='display:{{ shown }}'>seen</p>",
        "<p style='{% if x %}display:none{% endif %}'>seen</p>",
        "<p style='opacity: 0'>seen</p>",
        "<div style='display: contents'>seen</div>",
        "<details><summary>seen</summary></details>",
        "<details>seen</details>",
        "<dialog>seen</dialog>",
        "<p popover>seen</p>",
        "<p hidden=until-found>seen</p>",
        "<button>seen</button>",
        "<div inert>seen</div>",
        "<span style='content-visibility: hidden'>seen</span>",
        "<div style='content-visibility: auto'>seen</div>",
    ],
)
def test_what_is_shown_or_can_be_opened_is_read(shown: str) -> None:
    assert texts(f"<p>one</p>{shown}<p>two</p>") == ["one", "seen", "two"]


@pytest.mark.parametrize(
    ("css", "is_read"),
    [
        (".x { display: none }", False),
        (".x{color:red;DISPLAY:NONE}", False),
        ("/* a } */ .x { display: none }", False),
        ("h1, .x , h2 { visibility: hidden }", False),
        ("body > .x { display: none }", False),
        (".x { display: none } .x { display: block }", True),
        (".x { display: block } .x { display: none }", False),
        ("p.x { display: block } .x { display: none }", True),
        (".x { display: none !important } p.x { display: block }", False),
        ("#i { display: block } p.x { display: none }", True),
        (".x:hover { display: none }", True),
        (".x::before { display: none }", True),
        (".y { display: none }", True),
        ("/* .x { display: none } */", True),
        (".x { content: 'display: none' }", True),
        ("@media print { .x { display: none } }", True),
        ("@media screen { .x { display: none } }", False),
        ("@media (max-width: 600px) { .x { display: none } }", True),
        ("@media (min-width: 600px) { .x { display: none } }", False),
        ("@media (color) { .x { display: none } }", False),
        ("@media (color-index) { .x { display: none } }", True),
        ("@media (monochrome) { .x { display: none } }", True),
        ("@media (grid) { .x { display: none } }", True),
        ("@supports not (display: grid) { .x { display: none } }", True),
        ("@layer a { .x { display: none } }", False),
        ("@import url(a.css); .x { display: none }", False),
        ("body { .x { display: none } }", False),
        (".x, { display: none }", True),
        (".x { display: none", False),
        ("[data-k=v] { display: none }", False),
        (".x:not(.y) { display: none }", False),
        ("p:nth-child(2) { display: none }", False),
    ],
)
def test_style_sheets_are_followed(css: str, is_read: bool) -> None:
    page = f"<title>T</title><style>{css}</style><body><p>one</p><p class=x id=i data-k=v>two</p>"
    assert ("two" in texts(page)) is is_read


def test_sheets_for_other_media_do_not_count() -> None:
    assert texts("<style media=print>p { display: none }</style><p>one") == ["one"]


def test_an_element_without_attributes_is_hidden_by_its_place() -> None:
    assert texts("<style>.x > span { display: none }</style><p class=x>one <span>two</span>") == [
        "one"
    ]


def test_a_style_attribute_beats_a_sheet_unless_that_is_important() -> None:
    sheet = "<style>.x { display: none } .y { display: none !important }</style>"
    assert texts(f"{sheet}<p class=x style='display:block'>one<p class=y style='display:block'>two") == ["one"]  # fmt: skip


def test_what_is_visible_inside_of_something_invisible_is_read() -> None:
    source = "<p style='visibility:hidden'>one <b style='visibility:visible'>two</b> three</p>"
    page = read_page(source)
    assert [b.text for b in page.blocks] == ["two"]
    assert source[slice(*page.blocks[0].span)] == "two"


def test_nothing_is_visible_inside_of_what_is_not_displayed() -> None:
    assert texts("<p style='display:none'>one <b style='display:inline'>two</b></p>") == []


def test_hidden_words_leave_no_trace_in_the_words_around() -> None:
    source = "<p>Take <span hidden>no</span> two<i aria-hidden=true>!</i> pills</p>"
    page = read_page(source)
    assert page.blocks[0].text == "Take two pills"
    assert page.position(page.blocks[0].locate(5, 8).start).column == source.index("two") + 1


def test_lines_that_a_style_makes_part_words() -> None:
    assert texts("<p><span style='display:block'>Knee</span><span>pain</span></p>") == ["Knee\npain"]  # fmt: skip
    assert texts("<style>nav a { display: block }</style><nav><a>Home</a><a>Map</a></nav>") == [
        "Home\nMap"
    ]
    assert texts("<p>Knee<span style='color:red'>s</span></p>") == ["Knees"]


def test_markdown_hides_what_its_html_hides() -> None:
    page = read_page("<style>.x { display: none }</style>\n\nOne <b class=x>two</b> three.\n\n<p hidden>four</p>", "p.md")  # fmt: skip
    assert [b.text for b in page.blocks] == ["One three."]


def test_a_heading_that_a_template_fills_is_read() -> None:
    blocks = read_page('<h2><a href="#">{{ title }}</a></h2><p>Rest.</p>').blocks
    assert [block.kind for block in blocks] == ["heading", "paragraph"]


@pytest.mark.parametrize("sign", ["¶", "#", "\u200b", "<svg></svg>"])
def test_a_link_from_a_heading_to_itself_is_no_part_of_it(sign: str) -> None:
    assert texts(f"<h2 id=a>Care<a class=headerlink href='#a'>{sign}</a></h2>") == ["Care"]
    assert texts("<h2 id=a><a href='#a'>Care</a></h2>") == ["Care"]


def test_an_image_that_a_link_in_a_heading_shows_is_read() -> None:
    assert texts("<h2><a href='#a'><img alt='Care at home'></a></h2>") == ["Care at home"]
