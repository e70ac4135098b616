"""Roles and accessible names: what a screen reader says of an element, told from its source."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainlang.page import read_page
from plainlang.page.element import Element
from tests import mutants

SUITE = Path(__file__).parents[2].parent / "shared" / "suites" / "accname.json"


def element(source: str, selector: str = "[x]") -> Element:
    """Return the element that a source marks with the attribute `x`."""
    (found,) = read_page(source).select(selector)
    return found


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ('<a x href="/flu">Flu</a>', "link"),
        ("<a x>Flu</a>", "generic"),
        ('<area x href="/flu">', "link"),
        ('<img x src="door.jpg">', "img"),
        ('<img x src="door.jpg" alt="">', "none"),
        ('<img x src="door.jpg" alt="" tabindex="0">', "img"),
        ('<img x src="door.jpg" alt="" aria-label="Door">', "img"),
        ('<img x src="door.jpg" alt="" aria-describedby="more">', "img"),
        ('<img x src="door.jpg" alt="" title="Door">', "none"),
        ('<h3 x role="none">Flu</h3>', "none"),
        ('<h3 x role="none" aria-label>Flu</h3>', "heading"),
        ('<h3 x role="presentation" aria-hidden="false">Flu</h3>', "none"),
        ("<h3 x role=none tabindex=0px>Flu</h3>", "heading"),
        ("<h3 x role=none tabindex=--1>Flu</h3>", "none"),
        ("<button x role=none>Send</button>", "button"),
        ("<button x role=none disabled>Send</button>", "none"),
        ("<fieldset disabled><button x role=none>Send</button></fieldset>", "none"),
        ("<div x role='no-such-role heading'>Flu</div>", "heading"),
        ("<DIV X ROLE=HEADING>Flu</DIV>", "heading"),
        ("<input x>", "textbox"),
        ("<input x type=nonsense>", "textbox"),
        ("<input x list=days><datalist id=days></datalist>", "combobox"),
        ("<input x type=image>", "button"),
        ("<select x></select>", "combobox"),
        ("<select x multiple></select>", "listbox"),
        ("<details><summary x>More</summary></details>", "button"),
        ("<details><summary>More</summary><summary x>Less</summary></details>", "generic"),
        ("<section x>Flu</section>", "generic"),
        ("<section x aria-label=Flu>Get a shot.</section>", "region"),
        ("<header x>Flu</header>", "banner"),
        ("<article><header x>Flu</header></article>", "generic"),
        ("<ul role=none><li x>Flu</ul>", "generic"),
        ("<div role=list><li x>Flu</div>", "listitem"),
        ("<table role=none><tr><td x>9</table>", "generic"),
        ("<table><tr><td x>9</table>", "cell"),
        ("<table role=grid><tr><td x>9</table>", "gridcell"),
        ("<table role=treegrid><tr><td x>9</table>", "gridcell"),
        ("<table><tr><th x>Dose<th>Time</table>", "columnheader"),
        ("<table><tr><th x>Dose<td>9</table>", "rowheader"),
        ("<table><tr><th x scope=row>Dose<td>9</table>", "rowheader"),
        ("<svg x role=img></svg>", "img"),
        ("<svg><a x href='/flu'>Flu</a></svg>", "link"),
        ("<main><aside x>Flu</aside></main>", "complementary"),
        ("<article><aside x>Flu</aside></article>", "generic"),
        ("<article><aside x aria-label=Flu>Get a shot.</aside></article>", "complementary"),
    ],
)  # fmt: skip
def test_the_role_of_an_element(source: str, role: str) -> None:
    assert element(source).role == role


NAMES = [
    # In the order in which names are looked for.
    ('<i id=n>A</i><a x href=/ aria-labelledby=n aria-label=B title=C>D</a>', "A", "aria-labelledby"),
    ('<a x href=/ aria-labelledby=nowhere aria-label=B title=C>D</a>', "B", "aria-label"),
    ('<a x href=/ aria-label=" " title=C>D</a>', "D", "contents"),
    ('<a x href=/ title=C></a>', "C", "title"),
    # References.
    ('<i id=a>Flu</i><i id=b>shot</i><a x href=/ aria-labelledby="b nowhere a">D</a>', "shot Flu", "aria-labelledby"),
    ('<a x id=me href=/ aria-labelledby="me more" aria-label=Read>D</a><i id=more>on flu</i>', "Read on flu", "aria-labelledby"),
    ('<i id=a aria-labelledby=b>Flu</i><i id=b>no</i><a x href=/ aria-labelledby=a>D</a>', "Flu", "aria-labelledby"),
    ('<i id=a><b aria-labelledby=c>Flu</b></i><i id=c>no</i><a x href=/ aria-labelledby=a>D</a>', "Flu", "aria-labelledby"),
    ('<p id=a hidden>Flu <b hidden>shot</b></p><a x href=/ aria-labelledby=a>D</a>', "Flu shot", "aria-labelledby"),
    ('<p id=a>Flu <b hidden>shot</b></p><a x href=/ aria-labelledby=a>D</a>', "Flu", "aria-labelledby"),
    ('<svg x role=img aria-labelledby=t><title id=t>Door</title></svg>', "Door", "aria-labelledby"),
    # Images.
    ('<img x alt="Our  door">', "Our door", "alt"),
    ('<img x alt="" title="Door">', "", ""),
    ('<img x alt=" ">', "", ""),
    ('<img x title="Door">', "Door", "title"),
    ('<svg x><title>Door</title></svg>', "Door", "svg-title"),
    ('<svg x><g><title>Door</title></g></svg>', "", ""),
    ('<svg><a x href=/ xlink:title="Door"><path/></a></svg>', "Door", "xlink:title"),
    ('<object x data=door.png><img alt=Door></object>', "", ""),
    ('<img src=m usemap=#m alt=Map><map name=m><area x href=/ alt=North></map>', "North", "alt"),
    # Fields and buttons.
    ('<label for=n>Name</label><input x id=n>', "Name", "label"),
    ('<label for=n>First</label><label for=n>name</label><input x id=n>', "First name", "label"),
    ('<label>Every <input x value=3> days</label>', "Every days", "label"),
    ('<label><input x type=checkbox>Every <input value=3 aria-label=no> days</label>', "Every 3 days", "label"),
    ('<label><input x type=checkbox>In <select><option>May<option selected>June</select></label>', "In June", "label"),
    ('<label><input x type=checkbox>At <b role=slider aria-valuenow=7 aria-valuetext=seven></b></label>', "At seven", "label"),
    ('<label for=n><input type=hidden></label><input x id=n>', "", ""),
    ('<label for="">Name</label><input x id="">', "", ""),
    ('<label>Name<div x role=textbox></div></label>', "", ""),
    ('<input x placeholder="Your name" title="Name">', "Name", "title"),
    ('<input x placeholder="Your name">', "Your name", "placeholder"),
    ('<input x role=button placeholder="Your name">', "Your name", "placeholder"),
    ('<textarea x role=tab placeholder="Your name"></textarea>', "Your name", "placeholder"),
    ('<input x type=checkbox role=switch placeholder="Your name">', "", ""),
    ('<input x type=submit>', "Submit", "default"),
    ('<input x type=button value=Send>', "Send", "value"),
    ('<input x type=image alt=Send>', "Send", "alt"),
    ('<fieldset x><legend>Doses</legend></fieldset>', "Doses", "legend"),
    ('<table x><caption>Doses</caption></table>', "Doses", "caption"),
    ('<figure x><figcaption>Doses</figcaption></figure>', "Doses", "figcaption"),
    ('<iframe x name=map></iframe>', "", ""),
    ('<iframe x title=Map></iframe>', "Map", "title"),
    # Content.
    ('<h2 x>Flu<b>shot</b>s</h2>', "Flushots", "contents"),
    ('<h2 x>Flu<div>shot</div>s</h2>', "Flu shot s", "contents"),
    ('<h2 x>Flu<b> </b>shots</h2>', "Flu shots", "contents"),
    ('<h2 x>Flu<b title=and> </b>RSV</h2>', "Flu and RSV", "contents"),
    ('<h2 x>Flu<svg></svg>shots</h2>', "Flushots", "contents"),
    ('<a x href=/ aria-label="&nbsp;">Flu</a>', "\u00a0", "aria-label"),
    ('<h2 x>Flu<br>shots</h2>', "Flu shots", "contents"),
    ('<h2 x>Flu<img alt=and>RSV</h2>', "Flu and RSV", "contents"),
    ('<h2 x>Flu<img alt="">RSV</h2>', "FluRSV", "contents"),
    ('<h2 x>Flu<i style="display:inline-block">shot</i>s</h2>', "Flu shot s", "contents"),
    ('<h2 x>Flu<i style="position:absolute">shot</i>s</h2>', "Flu shot s", "contents"),
    ('<h2 x style="display:flex"><i>Flu</i><i>shots</i></h2>', "Flu shots", "contents"),
    ('<h2 x>Flu\u00a0\n  shots</h2>', "Flu\u00a0 shots", "contents"),
    ('<h2 x>Flu<script>1</script><style>p{}</style><!-- no --> shots</h2>', "Flu shots", "contents"),
    ('<h2 x>Flu <i aria-hidden=true>no</i><i hidden>no</i><i inert>no</i></h2>', "Flu", "contents"),
    ('<h2 x>Flu <i style="visibility:hidden">no <b style="visibility:visible">shots</b></i></h2>', "Flu shots", "contents"),
    ('<h2 x>Flu <q>shots</q></h2>', "Flu “shots”", "contents"),
    ('<h2 x>Flu <i role=img>no</i></h2>', "Flu", "contents"),
    ('<a x href=/><svg><title>Door</title><desc>no</desc></svg></a>', "Door", "contents"),
    ('<a x href=/><svg role=none><title>no</title></svg></a>', "", ""),
    ('<svg hidden><symbol id=d><title>Door</title></symbol></svg><a x href=/><svg><use href=#d /></svg></a>', "Door", "contents"),
    ('<a x href=/><canvas>Door</canvas></a>', "Door", "contents"),
    ('<h2 x>Flu<details><summary>shots</summary>no</details></h2>', "Flu shots", "contents"),
    ("<button x><div popover>no</div>Send</button>", "Send", "contents"),
    ("<button x>S<span popover=manual aria-label=no></span>end</button>", "Send", "contents"),
    ("<a x href=/><div popover style='display:block'>Flu</div>shots</a>", "Flu shots", "contents"),
    ("<style>:popover-open{display:block}</style><a x href=/>Flu<p popover>no</p></a>", "Flu", "contents"),
    ("<label>Age<span popover>no</span><input x></label>", "Age", "label"),
    ("<p popover id=a>Flu shots</p><a x href=/ aria-labelledby=a>no</a>", "Flu shots", "aria-labelledby"),
    ("<div popover><button x>Close</button></div>", "Close", "contents"),
    ('<div x role=group>Flu</div>', "", ""),
    # Style sheets.
    ('<style>.a::before{content:"New: "}</style><h2 x class=a>Flu</h2>', "New: Flu", "contents"),
    ('<style>.a::after{content:"*" / "needed"}</style><h2 x class=a>Flu </h2>', "Flu needed", "contents"),
    ('<style>.a::before{content:attr(data-a)}</style><h2 x class=a data-a="A ">Flu</h2>', "A Flu", "contents"),
    ('<style>.a::before{content:"\\41  "; display:block}</style><h2 x class=a>Flu</h2>', "A Flu", "contents"),
    ('<style>body{counter-reset:n} h2::before{counter-increment:n; content:counter(n) ". "}</style><h2>Flu</h2><h2 x>RSV</h2>', "2. RSV", "contents"),
    ('<style>h2::before{counter-increment:n; content:counter(n) ". "}</style><h2 x>Flu</h2>', "1. Flu", "contents"),
    ('<style>h2{counter-reset:n} b::before{counter-increment:n; content:counters(n, ".") " "}</style>'
     '<h2>Flu</h2><h2>RSV</h2><p x role="button"><b>Rest</b></p>', "1 Rest", "contents"),
    ('<style>h2::before{content:"New "; display:none}</style><h2 x>Flu</h2>', "Flu", "contents"),
    ('<p x label="Flu">RSV</p>', "", ""),
    ('<svg><a x href="/flu" xlink:title="Flu"></a></svg>', "Flu", "xlink:title"),
    ('<svg><g x role="img" xlink:title="Flu"></g></svg>', "", ""),
    ('<style>ol{counter-reset:n} li{counter-increment:n} b::before{content:counters(n, ".") " "}</style>'
     '<ol><li>a<li><ol><li>b<li><h2 x><b>Flu</b></h2></ol></ol>', "2.2 Flu", "contents"),
    ('<style>h2{counter-set:n 1} h2::before{content:counter(n, lower-roman) ". "}</style><h2 x>Flu</h2>', "i. Flu", "contents"),
    ('<style>h2{counter-set:n} h2::before{content:counter(n, lower-roman) ". "}</style><h2 x>Flu</h2>', "0. Flu", "contents"),
    ('<style>body{counter-reset:n} i{counter-increment:n; content:url(a.png) / "Step " counter(n)}</style><h2><i></i></h2><h2 x><i></i></h2>', "Step 2", "contents"),
    ('<style>h2{counter-set:n 4} h2::before{content:"#" / counter(n, upper-roman)}</style><h2 x>Flu</h2>', "IV Flu", "contents"),
    ('<style>h2::before{content:"New: "; content:old new}</style><h2 x>Flu</h2>', "New: Flu", "contents"),
    ('<style>i{content:url(a/b.png) / "Door"}</style><a x href=/><i></i></a>', "Door", "contents"),
    ('<style>i{content:url(a/b.png) / "Door"}</style><i x></i>', "Door", "css-content"),
    ('<style><!-- .a{display:none} --></style><h2 x>Flu <i class=a>no</i></h2>', "Flu", "contents"),
    ('<style>@media print{.a{display:none}}</style><h2 x>Flu <i class=a>shots</i></h2>', "Flu shots", "contents"),
    ('<style>@media screen{.a{display:none}}</style><h2 x>Flu <i class=a>no</i></h2>', "Flu", "contents"),
    ('<style>h2{i{display:none}}</style><h2 x>Flu <i>no</i></h2>', "Flu", "contents"),
    ('<style>#a{display:none} i{display:inline}</style><h2 x>Flu <i id=a>no</i></h2>', "Flu", "contents"),
    ('<style>i{display:none!important}</style><h2 x>Flu <i style="display:inline">no</i></h2>', "Flu", "contents"),
    ('<style>i{display:none}</style><h2 x>Flu <i style="display:inline">shots</i></h2>', "Flu shots", "contents"),
    # What was said once is not said again.
    ('<h2 x><a href=/ aria-labelledby=i>no</a> <a href=/>or <img id=i alt=Flu> shots</a></h2>', "Flu or shots", "contents"),
    ('<h2><a href=/ aria-labelledby=i>no</a> <a x href=/>or <img id=i alt=Flu> shots</a></h2>', "or Flu shots", "contents"),
    ('<table><tr><td x><label for=d>Dose</label> <input id=d></table>', "Dose", "contents"),
    ('<table><tr><td x><input id=d> <label for=d>Dose</label> a day</table>', "Dose a day", "contents"),
    ('<i id=a>Flu</i><h2 x><a href=/ aria-labelledby=a>no</a> <a href=/ aria-labelledby=a>no</a></h2>', "Flu Flu", "contents"),
    ('<h2 x>Flu <b aria-owns=o></b> shot <i id=o>or RSV</i></h2>', "Flu or RSV shot", "contents"),
    ('<div hidden id=a>Flu<details><summary>shots</summary>now</details></div><a x href=/ aria-labelledby=a>no</a>', "Flu shots now", "aria-labelledby"),
    ('<div hidden id=a>Flu <q>shots</q></div><a x href=/ aria-labelledby=a>no</a>', "Flu shots", "aria-labelledby"),
    ('<p hidden id=a>Flu<script>no()</script></p><a x href=/ aria-labelledby=a>no</a>', "Flu", "aria-labelledby"),
    # Controls in a name count as a browser fills them.
    ('<label><input type=checkbox x>Every <input aria-label="few"> days</label>', "Every few days", "label"),
    ('<label><input type=checkbox x>Every <input placeholder="2 to 3"> days</label>', "Every 2 to 3 days", "label"),
    ('<label><input type=checkbox x>Pain <input type=range></label>', "Pain 50", "label"),
    ('<label><input type=checkbox x>Pain <input type=range max=10 value=99></label>', "Pain 10", "label"),
    ('<label><input type=checkbox x>Pain <input type=number value=much></label>', "Pain", "label"),
    ('<label><input type=checkbox x>In <select><option selected>May<option selected>June</select></label>', "In June", "label"),
    ('<label><input type=checkbox x>In <select><option disabled>Month<option>May</select></label>', "In May", "label"),
    ('<label><input type=checkbox x>In <select multiple><option selected>May<option selected>June</select></label>', "In May June", "label"),
    ('<label><input type=checkbox x>At <b role=listbox><i role=option aria-selected=true>noon</i> <i role=option>night</i></b></label>', "At noon", "label"),
    ('<label><input type=checkbox x>At <b role=listbox value=noon></b></label>', "At", "label"),
    ('<label><input type=checkbox x>At <b role=combobox><input value=noon></b></label>', "At noon", "label"),
    ('<h2 x>Done <progress value=3 max=5>three of five</progress></h2>', "Done 3", "contents"),
    ('<h2 x>Left <meter>no idea</meter></h2>', "Left 0", "contents"),
    # Web components: what they show is their own tree, with what is put into its slots.
    ('<h2 x><span><template shadowrootmode=open>Flu <slot></slot></template>shots</span></h2>', "Flu shots", "contents"),
    ('<h2 x><span><template shadowrootmode=open>Flu <slot>shots</slot></template></span></h2>', "Flu shots", "contents"),
    # Drawings.
    ('<svg x><title><!-- no -->Our <b>door</b></title></svg>', "Our door", "svg-title"),
    ('<a x href=/><svg><text>Flu</text><text>shots</text></svg></a>', "Flu shots", "contents"),
    ('<svg id=a><g><title>Door</title></g></svg><a x href=/ aria-labelledby=a>no</a>', "Door", "aria-labelledby"),
    ('<svg x role=img><text>no</text></svg>', "", ""),
    ('<svg x role=button tabindex=0><text>Send</text></svg>', "Send", "contents"),
    ('<style>.a::before{content:"no"}</style><h2 x>Flu<svg class=a></svg></h2>', "Flu", "contents"),
    # Generated text.
    ('<style>input::before{content:"✓"}</style><input x type=checkbox>', "", ""),
    ('<style>input::before{content:"✓"}</style><label>Flu <input x type=checkbox></label>', "Flu", "label"),
    ('<style>img::after{content:"no"}</style><a x href=/>Flu<img alt=""></a>', "Flu", "contents"),
    ('<style>.a::before{content:"New"; position:absolute}</style><h2 x class=a>Flu</h2>', "New Flu", "contents"),
    ('<style>.a{display:flex} .a::before{content:"New"}</style><h2 x class=a>Flu</h2>', "New Flu", "contents"),
    ('<style>i::before{content:""; display:inline-block}</style><h2 x>Flu<i>shot</i></h2>', "Flushot", "contents"),
    ('<style>i{visibility:hidden} i::before{content:"no"}</style><h2 x>Flu <i>no</i></h2>', "Flu", "contents"),
    ('<style>i{visibility:hidden} i::before{content:"shot"; visibility:visible}</style><h2 x>Flu <i>no</i></h2>', "Flu shot", "contents"),
    ('<style>.a::before{content:attr(data-a, "New ")}</style><h2 x class=a>Flu</h2>', "New Flu", "contents"),
    ('<style>.a::before{content:"New: "; content:"no" /}</style><h2 x class=a>Flu</h2>', "New: Flu", "contents"),
    ('<style>:root{--a:"New: "} .a::before{content:var(--a)}</style><h2 x class=a>Flu</h2>', "New: Flu", "contents"),
    ('<style>.a::before{content:var(--a, "New: ")}</style><h2 x class=a>Flu</h2>', "New: Flu", "contents"),
    ('<style>.a::before{content:var(--a)}</style><h2 x class=a>Flu</h2>', "Flu", "contents"),
    ('<h2 x>Flu <q>shots <q>now</q></q></h2>', "Flu “shots ‘now’”", "contents"),
    ('<h2 x lang=de>Flu <q>shots</q></h2>', "Flu „shots“", "contents"),
    ('<style>h2{quotes:"<" ">"}</style><h2 x>Flu <q>shots</q></h2>', "Flu <shots>", "contents"),
    ('<style>h2::before{content:no-open-quote "New: "}</style><h2 x>Flu</h2>', "New: Flu", "contents"),
    ('<style>div{display:unset}</style><h2 x>Flu<div>shot</div></h2>', "Flushot", "contents"),
    ('<style>.a{display:none} .a.a{all:unset}</style><h2 x>Flu<div class=a>shot</div></h2>', "Flushot", "contents"),
    ('<style>.a::before{content:"no"} h2.a::before{all:initial}</style><h2 x class=a>Flu</h2>', "Flu", "contents"),
    ('<style>.a{visibility:hidden}</style><h2 x>Flu <i class=a style="all:initial">shot</i></h2>', "Flu shot", "contents"),
    ('<h2 x>Flu <i hidden style="display:revert">no</i></h2>', "Flu", "contents"),
    ('<h2 x>Flu <b style="content-visibility:hidden; display:block">no</b> shot</h2>', "Flu shot", "contents"),
    ('<h2 x>Flu <b style="content-visibility:hidden">shot</b></h2>', "Flu shot", "contents"),
    ('<style>i{display:inherit}</style><h2 x>Flu<i>shot</i></h2>', "Flu shot", "contents"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "name", "origin"), NAMES)
def test_the_name_of_an_element(source: str, name: str, origin: str) -> None:
    found = element(source)
    assert (found.name, found.name_from) == (name, origin)


@pytest.mark.parametrize("change", mutants.REWRITTEN, ids=lambda c: c.__name__)
def test_a_name_is_the_same_however_it_is_written(change: Callable[[str], str]) -> None:
    names = [(source, element(change(source)).name) for source, _, _ in NAMES]
    assert names == [(source, name) for source, name, _ in NAMES]


@pytest.mark.parametrize(
    "source",
    [
        "<p x hidden>Flu</p>",
        '<p x style="DISPLAY: none">Flu</p>',
        "<div inert><p x>Flu</p></div>",
        "<div aria-hidden=TRUE><p x>Flu</p></div>",
        "<template><p x>Flu</p></template>",
        "<dialog><p x>Flu</p></dialog>",
        "<map name=m><area x href=/ alt=Flu></map>",
        "<img usemap=#m hidden><map name=m><area x href=/ alt=Flu></map>",
        "<img x alt=Flu style='display:contents'>",
        "<div style='content-visibility:hidden'><p x>Flu</p></div>",
        "<style>div { content-visibility: hidden }</style><div><b><i x style='visibility:visible'>Flu</i></b></div>",
        "<p x hidden style='display:var(--unknown)'>Flu</p>",
        "<style>.a .b { visibility: hidden }</style><div class=a><div class=b><p x>Flu</p></div></div>",
    ],
)  # fmt: skip
def test_what_nobody_meets_is_hidden(source: str) -> None:
    assert element(source).is_hidden


@pytest.mark.parametrize(
    "source",
    [
        "<p x aria-hidden=false>Flu</p>",
        '<div style="visibility:hidden"><p x style="visibility:visible">Flu</p></div>',
        "<dialog open><p x>Flu</p></dialog>",
        "<img usemap=#m><map name=m hidden><area x href=/ alt=Flu></map>",
        "<style>p:hover { display: none }</style><p x>Flu</p>",
        '<p x style="position:absolute; left:-9999px">Flu</p>',
        "<style media=print>p { display: none }</style><p x>Flu</p>",
        "<img x alt=Flu style='content-visibility:hidden'>",
        "<span style='content-visibility:hidden'><b x>Flu</b></span>",
        "<div style='content-visibility:auto'><p x>Flu</p></div>",
    ],
)
def test_what_somebody_meets_is_not_hidden(source: str) -> None:
    assert not element(source).is_hidden


def test_a_description_adds_to_the_name() -> None:
    page = read_page("<p id=d>Opens at nine.</p><a href=/ aria-describedby=d>Clinic</a>")
    (link,) = page.select("a")
    assert page.accessibility.description(link.node) == "Opens at nine."


def test_a_drawing_that_uses_nothing_has_no_name() -> None:
    assert element("<svg x role=img><use></use></svg>").name == ""
    assert element("<button x><svg><use></use></svg></button>").name == ""


def test_references_in_a_circle_come_to_an_end() -> None:
    found = element(
        "<a x id=a href=/ aria-labelledby=b>Flu</a><a id=b href=/ aria-labelledby=a>RSV</a>"
    )
    assert found.name == "RSV"


def test_tags_left_open_by_the_thousand_still_have_a_name() -> None:
    assert element("<h2 x>" + "<div>" * 3000 + "Flu").name == "Flu"


def cases() -> list[Any]:
    if not SUITE.is_file():
        return []
    suite = json.loads(SUITE.read_text(encoding="utf-8"))
    return [pytest.param(c, id=f"{Path(c['page']).stem} {c['n']}") for c in suite["cases"]]


@pytest.fixture(scope="module")
def labelled() -> dict[str, list[Element]]:
    suite = json.loads(SUITE.read_text(encoding="utf-8"))
    return {
        name: read_page(source).select("[data-expectedlabel]")
        for name, source in suite["pages"].items()
    }


@pytest.mark.skipif(not SUITE.is_file(), reason="the suite is not at hand")
@pytest.mark.parametrize("case", cases())
def test_names_are_those_of_the_web_platform_tests(
    case: dict[str, Any], labelled: dict[str, list[Element]]
) -> None:
    assert labelled[case["page"]][case["n"] - 1].name == case["expected"]


@pytest.mark.skipif(not SUITE.is_file(), reason="the suite is not at hand")
@pytest.mark.parametrize("change", mutants.REWRITTEN, ids=lambda c: c.__name__)
def test_names_of_the_suite_are_the_same_however_they_are_written(
    change: Callable[[str], str],
) -> None:
    suite = json.loads(SUITE.read_text(encoding="utf-8"))
    found = {
        name: [e.name for e in read_page(change(source)).select("[data-expectedlabel]")]
        for name, source in suite["pages"].items()
    }
    wrong = [c["test"] for c in suite["cases"] if found[c["page"]][c["n"] - 1] != c["expected"]]
    assert wrong == []
