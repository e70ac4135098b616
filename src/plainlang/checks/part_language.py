"""The language that a part of a page is in: by the tags around it, or by its words where they surely differ.

Rules that ask to mark such parts need it, and so does the reading level, which would take foreign
words for rare ones. Each block is looked at once. May not judge.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.checks.match import per_page
from plainlang.language.other_language import contradicts, may_differ
from plainlang.language.subtags import primary
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.language import without_marked
from plainlang.page.template import UNKNOWN

# Fewer words are names, titles and set phrases.
FEWEST_WORDS = 8


def differs(tag: str | None, language: str) -> bool:
    """Tell whether a language tag names another language."""
    return primary(tag or "") != primary(language)


def element_language(element: Element) -> str:
    """Return the language an element is in: the nearest `lang`, else the page's.

    What `html` declares is not looked at: the page's words may tell of another language.
    """
    node = element.node
    while getattr(node, "tag", None) and (node := node.closest("[lang]")) is not None:
        if node.tag == "html":
            break
        if (found := node.attr("lang")) and UNKNOWN not in found:
            return str(found)
        node = node.parent
    return element.page.language


def block_language(block: Block, page: Page) -> str:
    """Return the language of a block as its tag, or its page's, says: a primary subtag."""
    return primary(block.language or page.language)


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
