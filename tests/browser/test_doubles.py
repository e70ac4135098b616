"""What plainlang has found itself is not said again in the words of axe, and where axe's are explained."""

from __future__ import annotations

import plainlang
from plainlang.browser.doubles import OWN, is_said
from plainlang.findings import Span
from plainlang.rules.load import load_rules
from plainlang.standards import rule_url

SOURCE = '<p>Flu <img src="a.png"> and <img src="b.png" alt="A nurse"></p>'
FOUND = plainlang.check(SOURCE, config={"select": ["image-without-alt"]}).findings


def at(tag: str) -> Span:
    start = SOURCE.index(tag)
    return Span(start, SOURCE.index(">", start) + 1)


def test_a_fault_is_said_where_plainlang_found_it() -> None:
    assert is_said("image-alt", at('<img src="a'), False, FOUND)


def test_the_same_fault_at_another_tag_is_not_said() -> None:
    assert not is_said("image-alt", at('<img src="b'), False, FOUND)
    assert not is_said("image-alt", at("<p>"), False, FOUND)


def test_another_fault_at_the_tag_is_not_said() -> None:
    assert not is_said("link-name", at('<img src="a'), False, FOUND)
    assert not is_said("color-contrast", at('<img src="a'), False, FOUND)


def test_a_fault_of_the_whole_page_may_be_said_anywhere() -> None:
    assert is_said("image-alt", Span(0, 3), True, FOUND)
    assert not is_said("image-alt", Span(0, 3), True, ())


def test_the_docs_of_its_rules_are_those_of_the_browser() -> None:
    assert rule_url("axe-color-contrast").endswith("/browser/")
    assert rule_url("image-without-alt").endswith("/rules/image-without-alt/")


def test_each_rule_that_says_the_same_is_one() -> None:
    assert {own for names in OWN.values() for own in names} <= set(load_rules().ids)
