"""Words of a page that say enough of another: a part of a compound, a form of the same word.

Where they are hard they are reported themselves, or explained.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from plainlang.checks.terms.uses import readable_blocks, uses_of
from plainlang.findings import Span
from plainlang.language.terms.families import stems_of
from plainlang.language.terms.jargon import why_jargon
from plainlang.page import Page
from plainlang.settings import Settings


def openings(page: Page, word: str) -> list[tuple[int, Span]]:
    """Return where a word stands with a capital, the first place of each block."""
    word = word.capitalize()
    if word not in page.source:  # nearly always, and quick to tell
        return []
    return [
        (number, Span(at, at + len(word)))
        for number, block in readable_blocks(page)
        if (at := block.text.find(word)) >= 0
    ]


def listed_words(page: Page, settings: Settings) -> frozenset[tuple[str, str]]:
    """Return the terms of a page that are one word, in lower case, with their language first."""
    return frozenset(
        (language, word)
        for (language, _), uses in uses_of(page, settings).items()
        for use in uses
        if " " not in (word := use.said_in(page.blocks).lower())
    )


def is_of_parts_met(word: str, language: str, met: Collection[tuple[str, str]]) -> bool:
    """Tell whether a compound is made of words met: "estrogen-only" where "estrogen" is."""
    if "-" not in word:
        return False
    hard = [part for part in word.split("-") if why_jargon(part, language).jargon]
    return bool(hard) and all((language, part) in met for part in hard)


def forms_of_others(
    words: Iterable[tuple[str, str]], listed: Iterable[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """Return which words are forms of one that is listed or comes before: "biopsied" where "biopsy" is."""
    met = {(tongue, stem) for tongue, word in listed for stem in stems_of(word, tongue)}
    found = set()
    for tongue, word in words:
        stems = {(tongue, stem) for stem in stems_of(word, tongue)}
        if not met.isdisjoint(stems):
            found.add((tongue, word))
        met |= stems
    return frozenset(found)


def has_words(text: str, words: str) -> bool:
    """Tell whether a text has whole words one after the other."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False
