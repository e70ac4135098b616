"""The language that a block's words are in, where it is surely not the one that the page says.

For the rule that asks to mark such blocks, and for the reading level, which would take their words for
rare ones. Each block is looked at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.checks.match import per_page
from plainlang.language.identify import contradicts, may_differ
from plainlang.language.subtags import primary
from plainlang.page import Block, Page
from plainlang.page.language import without_marked

# Fewer words are names, titles and set phrases.
FEWEST_WORDS = 8


def differs(tag: str | None, language: str) -> bool:
    """Tell whether a language tag names another language."""
    return primary(tag or "") != primary(language)


def found_language(page: Page, block: Block, runs: Sequence[str] = ()) -> str | None:
    """Return the language of a block that differs from the one declared for it, else None.

    Whoever has what stands between the blanks of its text, its `runs`, may say so.
    """
    if block.text.count(" ") + 1 < FEWEST_WORDS:
        return None
    known = _known(page)
    if id(block) not in known:
        known[id(block)] = _found(page, block, runs)
    return known[id(block)]


@per_page
def _known(page: Page) -> dict[int, str | None]:
    """Return the dictionary from blocks, by `id`, to what was found of them; at first empty."""
    return {}


def _found(page: Page, block: Block, runs: Sequence[str]) -> str | None:
    text = without_marked(block)
    declared = block.language or page.language
    if text.count(" ") + 1 < FEWEST_WORDS:
        return None
    if not may_differ(text, declared, runs if text is block.text else ()) or _is_names(text):
        return None
    return contradicts(text, declared, odds=6.0, words=4)


def _is_names(text: str) -> bool:
    """Tell whether most of the words begin with a capital letter: a list of names, an address."""
    words = [w for w in text.split() if w[0].isalpha()]
    return not text.isupper() and sum(w[0].isupper() for w in words) >= 0.6 * len(words)
