"""Checks that know no defect of their own: for rules that a selector or a pattern says all about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern

Pattern = str  # a regular expression; rules are told when it is none
Selector = str  # of CSS; likewise


def element_is_present(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report every element that the rule selects."""
    for element in elements:
        yield Match(element.span, {"name": element.name, "tag": element.tag})


def attribute_matches(
    page: Page, elements: Sequence[Element], *, attribute: str, pattern: Pattern
) -> Iterator[Match]:
    """Report the selected elements in whose `attribute` the regular expression is found."""
    for element in elements:
        value = element.get(attribute)
        if value is not None and not element.is_unknown(attribute):
            if found := _compiled(pattern).search(value):
                yield Match(
                    element.value_span(attribute),
                    {"value": value, "found": found[0]},
                    excerpt=value,
                )


def text_matches(
    page: Page, elements: Sequence[Element], *, pattern: Pattern, within: Selector = ""
) -> Iterator[Match]:
    """Report each place in the page's text where the regular expression is found.

    With `within`, a CSS selector, only the text of what it selects counts.
    """
    chosen = {element.node for element in page.select(within)} if within else None
    for block in page.text_blocks():
        if chosen is not None and not _inside(block.node, chosen):
            continue
        for found in _compiled(pattern).finditer(block.text):
            if found[0]:
                yield Match(block.locate(*found.span()), {"found": found[0]}, excerpt=found[0])


def _inside(node: Any, chosen: set[Any]) -> bool:
    while node is not None:
        if node in chosen:
            return True
        node = getattr(node, "parent", None)
    return False


@lru_cache(maxsize=256)
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    return compile_pattern(pattern, re.IGNORECASE)
