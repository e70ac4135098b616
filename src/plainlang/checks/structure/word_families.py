"""Which words a page's blocks share, in whatever form: words of one family begin alike.

Compares first letters, not meanings. May not judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plainlang.checks.folding import content_stems
from plainlang.checks.match import per_page
from plainlang.page import Page

_KIN = 4  # first letters that words of one family share: "sleep" and "asleep" are not caught


def family(stem: str) -> str:
    """Return the family that a stem is of: its first letters, or all."""
    return stem[:_KIN]


def families(stems: Iterable[str]) -> set[str]:
    """Return the families that stems are of."""
    return {stem[:_KIN] for stem in stems}


def stems_in(page: Page, number: int) -> set[str]:
    """Return the stems of the words in a block, told by its number; of a title none."""
    known = _known_stems(page)
    found = known.get(number)
    if found is None:
        block = page.blocks[number]
        language = block.language or page.language
        found = content_stems(block.text, language) if block.kind != "title" else set()
        known[number] = found
    return found


@per_page
def _known_stems(page: Page) -> dict[int, set[str]]:
    return {}


def families_in(page: Page, number: int) -> set[str]:
    """Return the families of the words in a block."""
    return families(stems_in(page, number))


@per_page
def blocks_with_family(page: Page) -> Counter[str]:
    """Count the blocks in which words of each family stand."""
    numbers = range(len(page.blocks))
    return Counter(family for i in numbers for family in families_in(page, i))
