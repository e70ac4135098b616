"""Checks of plainlang's own comments. The engine finds them; rules only word them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element

# Of `page.facts`: where the engine puts what it finds.
FAULTS = "suppression-faults"
UNUSED = "suppression-unused"


def suppression_is_faulty(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report comments that suppress in a way that cannot be used (found before the rules run)."""
    for complaint in page.facts.get(FAULTS, ()):
        yield Match(complaint.span, complaint.values)


def suppression_is_unused(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report comments that suppress nothing (known when all other rules have run)."""
    for complaint in page.facts.get(UNUSED, ()):
        yield Match(complaint.span, complaint.values)
