"""What is hidden at first and opened by a button or a link is read; what nothing opens is not."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.page import read_page


def texts(source: str) -> list[str]:
    return [block.text for block in read_page(source).blocks]


@pytest.mark.parametrize(
    "panel",
    [
        '<button aria-controls="p" aria-expanded="false">Go</button><div id="p" hidden>seen</div>',
        '<button aria-controls="a p">Go</button><section id="p" aria-hidden="true">seen</section>',
        '<button data-bs-target="#p">Go</button><div class="modal" id="p" aria-hidden="true">seen</div>',
        '<a href="#p" data-toggle="collapse">Go</a><div id="p" style="display:none">seen</div>',
        '<a data-open="p">Go</a><div id="p" style="visibility:hidden">seen</div>',
        "<a href='#' onclick=\"show('p')\">Go</a><div id=p hidden>seen</div>",
        "<style>.c{display:none}</style><span role=button data-x='#p'>Go</span><div id=p class=c>seen</div>",
        "<style>.c{display:none} #a:checked ~ .c{display:block}</style><input id=a type=checkbox><label for=a>Go</label><div class=c>seen</div>",
        "<style>.c{display:none} .c:target{display:block}</style><p>Go</p><section class=c>seen</section>",
        "<style>.c{visibility:hidden} .c.is-open{visibility:visible}</style><p>Go</p><div class=c>seen</div>",
        "<style>.c{display:none} .open > .c{display:block}</style><div><p>Go</p><div class=c>seen</div></div>",
        "<style>ul ul{display:none} li:hover > ul{display:block}</style><ul><li>Go<ul><li>seen</ul></ul>",
        "<style>.c{display:none} [aria-expanded=true] + .c{display:block}</style><p aria-expanded=false>Go</p><div class=c>seen</div>",
        "<style>.c{display:none} .uk-open > .c{display:block}</style><p>Go</p><div><div class=c>seen</div></div>",
        "<style>.c{display:none} .c[data-state=open]{display:block}</style><p>Go</p><div class=c>seen</div>",
        "<style>.c{display:none} .box--expanded .c{display:block}</style><p>Go</p><div><div class=c>seen</div></div>",
        "<style>.c:not(.is-open){display:none}</style><p>Go</p><div class=c>seen</div>",
        "<style>.c{display:none} .d .active{display:block}</style><p>Go</p><div class=d><div class=c>seen</div></div>",
        '<p>Go</p><div role="dialog" aria-modal="true" hidden>seen</div>',
        '<p>Go</p><div role="tabpanel" hidden>seen</div>',
        # Scripts open these by their class, or from a link that runs one.
        '<p>Go</p><div class="tab-pane" style="display:none">seen</div>',
        '<p>Go</p><div class="wp-accordion" hidden>seen</div>',
        "<a href=\"javascript:toggle('p')\">Go</a><div id=p hidden>seen</div>",
        "<a onclick=\"$('#p').slideDown()\">Go</a><div id=p hidden>seen</div>",
        '<p id="t">Go</p><div class="modal" aria-labelledby="t" aria-hidden="true">seen</div>',
        '<p>Go</p><my-box><template shadowrootmode="open"><a href="#p"></a><div id="p" hidden>seen</div></template></my-box>',
    ],
)
def test_what_a_reader_can_open_is_read(panel: str) -> None:
    assert texts(panel) == ["Go", "seen"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<div id="p" hidden>gone</div>',
        '<a href="#q">Go</a><div id="p" hidden>gone</div>',
        '<p aria-controls="">Go</p><div id="" hidden>gone</div>',
        '<div hidden><button aria-controls="p">gone</button><div id="p" hidden>gone</div></div>',
        # A tip in a line is no part of its sentence.
        '<p>Go <button aria-controls="p"></button><span id="p" hidden>gone</span></p>',
        "<style>.c{display:none} .c:hover{color:red} .d:hover{display:block}</style><p>Go</p><div class=c>gone</div>",
        # A class of its own may be given to anything, by anyone.
        "<style>.c{display:none} .show{display:block!important}</style><p>Go</p><div class=c>gone</div>",
        "<style>.c{display:none} body.active .visible{visibility:visible}</style><p>Go</p><div class=c>gone</div>",
        # What only a script shows: messages, what it copies, what is named for something else.
        '<button aria-controls="p">Go</button><div id="p" role="status" hidden>gone</div>',
        '<button aria-controls="p">Go</button><div id="p" aria-live="polite" hidden>gone</div>',
        "<style>.toast{display:none} .toast.show{display:block}</style><p>Go</p><div class=toast>gone</div>",
        "<style>.c{display:none} .c.active{display:block}</style><p>Go</p><div class='c error-text'>gone</div>",
        '<button data-target="#page-loader">Go</button><div id="page-loader" hidden>gone</div>',
        '<button data-prototype="#p">Go</button><div id="p" hidden>gone</div>',
        '<button data-clipboard-target="#p">Go</button><div id="p" hidden>gone</div>',
        '<a data-category="p" href="/x">Go</a><div id="p" hidden>gone</div>',
        "<a onclick=\"track('send', 'p')\">Go</a><div id=p hidden>gone</div>",
        "<a onclick=\"printArea('#p')\">Go</a><div id=p hidden>gone</div>",
        '<p data-target="p">Go</p><div id="p" hidden>gone</div>',
        '<button aria-controls="p"></button><template id="p"><p>gone</p></template>',
    ],
)
def test_what_nothing_opens_is_not_read(hidden: str) -> None:
    assert "gone" not in " ".join(texts(hidden))


@pytest.mark.parametrize(
    ("panel", "region"),
    [
        ("<p>Ask <a href=1>us</a> or <a href=2>them</a> if you feel ill.</p>", "main"),
        ("<h3>Sleep</h3><p>Rest at night.</p><a href=1>Beds</a> <a href=2>Lamps</a>", "main"),
        ("<h3>Pages</h3><ul><li><a href=1>Beds</a><li><a href=2>Lamps</a></ul>", "navigation"),
        (
            "<form><label>Find <input></label></form><a href=1>Beds</a> <a href=2>Lamps</a>",
            "navigation",
        ),
        ("<div role=option>Beds</div><div role=option>Lamps</div>", "navigation"),
        ("<h3>Sure?</h3><button>Yes</button><button>No</button>", "main"),
    ],
)
def test_a_menu_that_opens_is_no_content(panel: str, region: str) -> None:
    source = f"<button aria-controls=p>Go</button><div id=p hidden>{panel}</div><p>Rest.</p>"
    regions = [b.region for b in read_page(source).blocks if b.kind not in ("button", "label")]
    assert regions == [region] * (len(regions) - 1) + ["main"]


def test_a_list_of_one_link_that_opens_is_a_menu() -> None:
    source = "<style>ul ul{display:none} li:hover ul{display:block}</style><ul><li>Us<ul><li><a href=1>Beds</a></ul></ul>"
    assert [b.region for b in read_page(source).blocks] == ["main", "navigation"]


def test_a_menu_in_an_aside_is_no_content() -> None:
    source = "<aside><button aria-controls=p>Go</button><ul id=p hidden><li><a href=1>Edema</a></ul></aside>"
    assert read_page(source).blocks[-1].region == "navigation"


def test_a_dialog_on_cookies_is_no_content() -> None:
    source = '<div id="cookie-box" role="dialog" hidden><p>We use cookies.</p></div><p>Rest.</p>'
    assert [b.region for b in read_page(source).blocks] == ["aside", "main"]


def test_a_panel_says_where_its_words_stand() -> None:
    source = '<button data-target="#m">Risks</button><div id="m" hidden><p>You may get an <b>ede</b>ma.</p></div>'
    found = [f for f in plainlang.check(source).findings if f.rule == "undefined-term"]
    assert [source[f.span.start : f.span.end] for f in found] == ["ede</b>ma"]
