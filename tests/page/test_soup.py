"""A custom check sees the page as BeautifulSoup has it, each tag with its exact place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plainlang.page import Page, read_page

SOURCE = (
    "\ufeff<!doctype html><title>Knee &amp; hip</title>\r\n"
    "<style>b { color: red }</style><p class='a b'>Dear {{ name }}, <b>rest<i> well</b> now</i>"
    "<!-- note --><img src=k.png alt='A &quot;knee&quot;'><table>late<tr><td>cell</table>"
)


@pytest.fixture
def page() -> Page:
    return read_page(SOURCE)


def test_tags_lead_to_their_places(page: Page) -> None:
    places = {tag.name: SOURCE[slice(*page.soup_span(tag))] for tag in page.soup.find_all(True)}
    assert places == {
        "html": "", "head": "", "title": "<title>", "style": "<style>", "body": "", "p": "<p class='a b'>",
        "b": "<b>", "i": "<i>", "img": "<img src=k.png alt='A &quot;knee&quot;'>", "table": "<table>",
        "tbody": "<table>", "tr": "<tr>", "td": "<td>",
    }  # fmt: skip


def test_attributes_lead_to_their_places(page: Page) -> None:
    image = page.soup.find("img")
    assert image["alt"] == 'A "knee"'
    assert SOURCE[slice(*page.soup_span(image, "alt"))] == "A &quot;knee&quot;"
    with pytest.raises(KeyError):
        page.soup_span(image, "title")


def test_the_soup_is_the_one_that_everyone_knows(page: Page) -> None:
    soup = page.soup
    assert soup.title.string == "Knee & hip"
    assert soup.p["class"] == ["a", "b"]
    assert [tag.name for tag in soup.select("p > b, table td")] == ["b", "td"]
    assert soup.find(string=lambda s: "note" in s).strip() == "note"
    assert [tag.name for tag in soup.find_all(["i", "b", "td"])][:2] == ["b", "i"]
    assert soup.p.find_next("img")["src"] == "k.png"


def test_its_text_has_no_styles_and_one_sign_for_what_a_template_prints(page: Page) -> None:
    assert page.soup.p.get_text() == "Dear \ufffc, rest well now"
    assert "color" not in page.soup.get_text()


def test_it_is_the_tree_that_plainlang_checks(page: Page) -> None:
    assert [t.name for t in page.soup.find_all(True)] == [e.tag for e in page.select("*")]
    assert "late" in page.soup.table.previous_sibling


def test_a_tag_that_a_check_made_has_no_place(page: Page) -> None:
    with pytest.raises(KeyError):
        page.soup_span(page.soup.new_tag("b"))


def test_markdown_has_a_soup_too() -> None:
    source = "# Knee\r\n\r\nSee [the *map*](x.md).\r\n"
    page = read_page(source, "page.md")
    link = page.soup.find("a")
    assert link.get_text() == "the map"
    assert source[slice(*page.soup_span(link))] == "[the *map*](x.md)"
    assert source[slice(*page.soup_span(link, "href"))] == "x.md"


def test_it_is_made_once_and_only_when_asked_for(page: Page) -> None:
    assert page.soup is page.soup
    code = (
        "import sys\nfrom plainlang.page import read_page\n"
        "page = read_page('<p>Rest.')\nprint('bs4' in sys.modules, end=' ')\n"
        "page.soup\nprint('bs4' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False True\n"


def test_a_page_nested_very_deeply_has_a_soup() -> None:
    assert len(read_page("<div>" * 3000 + "x").soup.find_all("div")) == 3000
