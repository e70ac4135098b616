"""The checks for rules that a selector or a pattern says all about."""

from __future__ import annotations

from typing import Any

import pytest

from plainlang.checks.generic import attribute_matches, element_is_present, text_matches
from plainlang.checks.match import Match
from plainlang.page import Page, read_page


def places(page: Page, matches: Any) -> list[str]:
    found: list[Match] = list(matches)
    return [page.source[slice(*match.span)] for match in found]


def test_every_element_that_is_selected_is_reported_at_its_tag() -> None:
    page = read_page("<p><blink>Now</blink> and <BLINK class=x>then</BLINK></p>")
    matches = list(element_is_present(page, page.select("blink")))
    assert places(page, matches) == ["<blink>", "<BLINK class=x>"]
    assert matches[0].values == {"name": "", "tag": "blink"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('<a href="HTTP://x.org/a">', ["HTTP://x.org/a"]),
        ("<a href='see http://x.org'>", ["see http://x.org"]),
        ("<a href=http://x.org>", ["http://x.org"]),
        ('<a href="https://x.org">', []),
        ("<a>", []),
        ("<a href>", []),
        ('<a href="{{ url }}">', []),
    ],
)
def test_a_pattern_is_looked_for_in_an_attribute(source: str, found: list[str]) -> None:
    page = read_page(f"<p>{source}Here</a></p>", "a.html")
    matches = attribute_matches(page, page.select("a"), attribute="href", pattern="http://")
    assert places(page, matches) == found


def test_a_pattern_says_what_it_found_of_the_value() -> None:
    page = read_page('<a href="http://x.org">Here</a>')
    (match,) = attribute_matches(page, page.select("a"), attribute="href", pattern=r"\w+\.org")
    assert match.values == {"value": "http://x.org", "found": "x.org"}
    assert match.excerpt == "http://x.org"


def test_a_pattern_is_looked_for_in_what_people_read() -> None:
    page = read_page(
        "<title>chemist</title><p>The <b>chem</b>ist and a Chemist.</p>"
        "<img alt='chemist' src='a.png'><script>chemist</script><!-- chemist --><p hidden>chemist</p>"
    )
    matches = list(text_matches(page, (), pattern=r"\bchemist\b"))
    assert places(page, matches) == ["chem</b>ist", "Chemist"]
    assert [match.excerpt for match in matches] == ["chemist", "Chemist"]


def test_a_selector_may_narrow_where_the_pattern_is_looked_for() -> None:
    page = read_page("<p>chemist</p><main><section><p>the chemist</p></section></main>")
    matches = text_matches(page, (), pattern="chemist", within="main")
    assert [match.span.start for match in matches] == [page.source.rindex("chemist")]
    assert list(text_matches(page, (), pattern="chemist", within="aside")) == []


def test_a_pattern_that_finds_nothing_at_all_is_no_finding() -> None:
    page = read_page("<p>one two</p>")
    assert list(text_matches(page, (), pattern="x*")) == []
