"""Declared languages against the words themselves: of the page, of its parts, of alternative texts.

Says something only when the words are sure; `language.identify` decides that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from plainlang.checks.images.image import named_images
from plainlang.checks.language_names import NAMES
from plainlang.checks.match import Match, per_page
from plainlang.checks.part_language import element_language, found_language
from plainlang.language.other_language import contradicts, may_differ
from plainlang.language.subtags import is_registered, primary
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.language import SAMPLE, is_mostly, sample, words_that_tell
from plainlang.page.template import UNKNOWN
from plainlang.page.tree import Element as Node
from plainlang.page.tree import Text
from plainlang.settings import Settings

_FEW = 3
_TEXTLESS = frozenset("script style template noscript textarea code pre svg math".split())
_READ = frozenset("paragraph list-item description quote cell caption heading summary".split())


def page_language_is_wrong(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report a page's declared language when its words are in another."""
    declared = page.declared_language
    if declared is None or page.language == declared:
        return
    root = page.element(page.tree.select_one("html"))
    for name in ("lang", "xml:lang"):
        value = (root.get(name) or "").strip()
        if value.replace("_", "-") == declared:
            yield Match(
                root.value_span(name), _values(page, settings, value, page.language), excerpt=value
            )
            return


def part_language_is_wrong(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report parts whose declared language is not the one that their words are in."""
    for element, found in _wrong_parts(page).items():
        declared = (element.get("lang") or "").strip()
        yield Match(
            element.value_span("lang"), _values(page, settings, declared, found), excerpt=declared
        )


@per_page
def _wrong_parts(page: Page) -> dict[Element, str]:
    """Return the parts that declare a wrong language, with the one that their words are in."""
    out = {}
    for element in page.select("body [lang]"):
        declared = (element.get("lang") or "").strip()
        if not is_registered(declared) or not page.accessibility.is_rendered(element.node):
            continue
        whole = _own_text(element.node)
        text = whole[:SAMPLE]
        if UNKNOWN in text or not may_differ(text, declared):
            continue
        words = words_that_tell(text)
        found = contradicts(text, declared, words=words)
        if found is None:
            continue
        if is_mostly(found, declared, _pieces(whole), words=words, times=2):
            out[element] = found
    return out


def _pieces(text: str) -> list[str]:
    """Return a short text alone, of a long one pieces from its start to its end."""
    if len(text) <= 2 * _PIECE:
        return [text]
    step = max(_PIECE, len(text) // _PIECES)
    return [text[at : at + _PIECE] for at in range(0, len(text), step)]


_PIECE, _PIECES = 300, 24  # characters of a piece, and how many tell the language of a long part


def part_language_is_unsaid(
    page: Page, elements: Sequence[Element], settings: Settings, *, words: int = 8
) -> Iterator[Match]:
    """Report passages in another language than the page declares for them.

    Shorter ones than so many words, 8 or more, pass: names, titles and set phrases are no passages. So do whole pages that declare no
    language, and passages of a page or part that declares a wrong one: other rules report those.
    """
    if page.is_document and not page.language_is_declared:
        return
    for block in page.blocks:
        if block.kind not in _READ or block.region not in ("main", "aside", "header", "footer"):
            continue
        found = found_language(page, block)
        if found is None or block.text.count(" ") + 1 < words:
            continue
        if not _is_told(page, block, found):
            declared = block.language or page.language
            yield Match(block.span, _values(page, settings, declared, found), excerpt=block.text)


def _is_told(page: Page, block: Block, found: str) -> bool:
    """Tell whether the tag of a block's page or part is right for it, or is reported as wrong."""
    node = block.node
    while node is not None and getattr(node, "tag", None) not in (None, "html"):
        if "lang" in node.attrs:
            return _wrong_parts(page).get(page.element(node)) == found
        node = node.parent
    return found == primary(page.declared_language or page.language)


def alt_is_in_other_language(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report alternative texts in another language than the one around them."""
    for image in named_images(page):
        declared = element_language(image.element)
        if len(image.text.split()) < _FEW or not may_differ(image.text, declared):
            continue
        found = contradicts(image.text, declared)
        if found is None or _language_told(page, declared) == found:
            continue  # then it is not this text that is at odds with its page
        text = image.label
        yield Match(
            image.span, {"alt": text, **_values(page, settings, declared, found)}, excerpt=text
        )


def _language_told(page: Page, declared: str) -> str | None:
    """Return the language that a page's words are in, where it surely is not the declared one."""
    told = _languages_told(page)
    if declared not in told:
        text = sample(b.text for b in page.text_blocks() if b.kind != "code")
        told[declared] = contradicts(text, declared)
    return told[declared]


@per_page
def _languages_told(page: Page) -> dict[str, str | None]:
    return {}


def _values(page: Page, settings: Settings, declared: str, found: str) -> dict[str, str]:
    names = NAMES[settings.messages_in(page.language)]
    return {"declared": declared, "found": names.get(found, found), "tag": found}


def _own_text(node: Any) -> str:
    """Return the text under a node, alternative texts too, without parts of another language."""
    parts: list[str] = []
    stack = list(node.children)[::-1]
    while stack:
        child = stack.pop()
        if isinstance(child, Text):
            parts.append(child.data)
        elif isinstance(child, Node):
            if child.tag in _TEXTLESS or "lang" in child.attrs or "hidden" in child.attrs:
                continue
            parts.append(f" {_label(child)} ")
            stack.extend(list(child.children)[::-1])
    return " ".join(f"{_label(node)} {''.join(parts)}".split())


def _label(node: Any) -> str:
    """Return the words that an element carries in its attributes."""
    alt = node.attr("alt") if node.tag in ("img", "area") else None
    return " ".join(t for t in (node.attr("aria-label"), alt) if t)
