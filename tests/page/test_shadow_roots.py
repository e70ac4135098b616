"""Web components whose markup stands in the page (`<template shadowrootmode>`) are read as a browser shows them."""

from __future__ import annotations

import plainlang
from plainlang.page import read_page


def component(inside: str, outside: str = "") -> str:
    return f"<x-y><template shadowrootmode=open>{inside}</template>{outside}</x-y>"


def texts(source: str) -> list[str]:
    return [block.text for block in read_page(source).blocks]


def test_its_text_is_read_at_its_place() -> None:
    source = f"<p>One</p>{component('<p>Two &amp; <b>three</b></p>')}<p>Four</p>"
    page = read_page(source)
    assert [b.text for b in page.blocks] == ["One", "Two & three", "Four"]
    assert source[slice(*page.blocks[1].span)] == "Two &amp; <b>three"


def test_slots_show_what_stands_in_the_page_and_else_their_own_text() -> None:
    inside = "<h2><slot name=title>No title</slot></h2><div><slot></slot></div>"
    assert texts(component(inside, "<p>Text</p><b slot=title>Flu</b>")) == ["Flu", "Text"]
    assert texts(component(inside, "<p>Text</p>")) == ["No title", "Text"]
    assert texts(component("<p>Shown</p>", "<p>In no slot</p>")) == ["Shown"]


def test_components_in_components_are_read() -> None:
    assert texts(component(f"<p>Outer</p>{component('<p>Inner</p>')}")) == ["Outer", "Inner"]


def test_elements_are_selected_in_the_order_of_the_page() -> None:
    source = f"<a href=/1>1</a>{component('<a href=/2>2</a>')}<a href=/3>3</a>"
    assert [(e.name, source[slice(*e.outer)]) for e in read_page(source).select("a")] == [
        (str(n), f"<a href=/{n}>{n}</a>") for n in (1, 2, 3)
    ]


def test_ids_and_styles_stay_in_their_component() -> None:
    field = "<label for=i>{}</label><input id=i>"
    source = f"{field.format('A')}{component(field.format('B'))}{component(field.format('C'))}"
    assert [e.name for e in read_page(source).select("input")] == ["A", "B", "C"]
    sheet = "<style>p { display: none }</style>"
    assert texts(f"{component(sheet + '<p>Gone</p>')}<p>Shown</p>") == ["Shown"]
    assert texts(f"{sheet}{component('<p>Shown</p>')}<p>Gone</p>") == ["Shown"]


def test_what_hides_a_component_hides_what_is_in_it() -> None:
    page = read_page(f"<div aria-hidden=true>{component('<a href=/2>2</a>')}</div>")
    assert [e.is_hidden for e in page.select("a")] == [True]
    page = read_page(component("<div hidden><slot></slot></div>", "<a href=/2>2</a>"))
    assert [e.is_hidden for e in page.select("a")] == [True]
    page = read_page(component("<p>No slot</p>", "<a href=/2>2</a>"))
    assert [e.is_hidden for e in page.select("a")] == [True]
    page = read_page(component("<slot></slot>", "<a href=/2>2</a>"))
    assert [e.is_hidden for e in page.select("a")] == [False]


def test_rules_find_what_is_wrong_in_a_component() -> None:
    source = component("<img src=/q.png><p>You have dyspnea.</p><a href=/q></a>")
    found = {f.rule: source[slice(*f.span)] for f in plainlang.check(source).pages[0].findings}
    assert found == {
        "image-without-alt": "<img src=/q.png>",
        "undefined-term": "dyspnea",
        "link-without-name": "<a href=/q>",
    }


def test_a_comment_hides_what_follows_it_in_a_component() -> None:
    comment = "<!-- plainlang-disable-next image-without-alt: it is only there for looks -->"
    for tag in ("<img src=/q.png>", "<p><img src=/q.png></p>"):
        (page,) = plainlang.check(component(f"{comment}{tag}")).pages
        assert [f.rule for f in page.findings] == []
        assert len(page.suppressed) == 1
