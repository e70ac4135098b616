"""Wordy and bureaucratic phrases, with the plain words to use instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.match import Match, rewrite
from plainlang.checks.part_language import block_language
from plainlang.checks.terms.uses import is_foreign, readable_blocks
from plainlang.findings import Span
from plainlang.language.terms.wording import load_wording
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.settings import Settings

_SKIPPED = frozenset({"alt", "code"})
# Long words that title case may leave small.
_SMALL = frozenset(
    "about after against among around before behind below between beyond during inside their through"
    " toward under until where which while within without".split()
)


def phrase_is_wordy(
    page: Page, elements: Sequence[Element], settings: Settings, *, once: bool = True
) -> Iterator[Match]:
    """Report a wordy phrase; with `once` only its first use on the page, if no fix mends it."""
    seen: set[str] = set()
    tag = wording = None
    for _, block in readable_blocks(page):
        if block.kind in _SKIPPED:
            continue
        if wording is None or block.language != tag:
            tag, wording = block.language, load_wording(block_language(block, page))
        for found in wording.find(block.text):
            text = block.text[found.span.start : found.span.end]
            if found.phrase in settings.known_terms or _is_quoted(block.text, found.span.start):
                continue
            if is_foreign(block, found.span) or _is_name(block, found.span):
                continue
            if once and not found.safe and found.phrase in seen:
                continue
            seen.add(found.phrase)
            words = found.replacement
            if text[:1].isupper():
                words = words[:1].upper() + words[1:]
            span = block.locate(*found.span)
            fix = None
            if not found.by_hand:
                fix = rewrite(page, span, text, words, safe=found.safe)
            yield Match(
                span,
                {"phrase": text.rstrip(","), "words": words, "note": found.note},
                excerpt=text,
                suggestion=words,
                fix=fix,
            )


def _is_name(block: Block, span: Span) -> bool:
    """Tell whether a word is part of a name: it has a capital letter inside a sentence.

    A heading in title case gives every long word one, so there it says nothing.
    """
    word, before = block.text[span.start : span.end], block.text[: span.start]
    if not (word[:1].isupper() and word[1:].islower() and word.isalpha()):
        return False
    if before[-1:] != " " or not before[-2:-1].isalnum():
        return False
    return any(w.islower() and len(w) > 4 and w not in _SMALL for w in block.text.split())


def _is_quoted(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in ("“", "«", '"')
