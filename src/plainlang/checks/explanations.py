"""How a term is explained: in words that are hard themselves, or behind the hard word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.match import Match
from plainlang.checks.terms import Term, definition_of, hard_terms_of
from plainlang.findings import Edit, Fix, Span
from plainlang.language.counts import count_sentence
from plainlang.language.familiar_words import is_familiar
from plainlang.language.frequency import zipf
from plainlang.language.grade import has_grade, plainlang_grade
from plainlang.language.words import list_words
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern
from plainlang.settings import Settings

# What cannot take the place of the term: a place, a name that a few use.
_NO_SWAP = compile_pattern(
    r"""["“'‘]|(?:under|above|below|behind|around|near|next|over|between|inside|outside|in|on|at|by|of|from|to|with)\s"""
)
_EVERYDAY = 4.5  # Zipf: once in 30,000 words
_SENTENCES = frozenset({"is", "means", "following", "list", "heading", "dfn", "tooltip"})


def definition_is_hard(
    page: Page,
    elements: Sequence[Element],
    settings: Settings,
    *,
    above: float = 4.0,
    words: int = 8,
) -> Iterator[Match]:
    """Report explanations of so many words or more that read so many grades above the target."""
    language = page.language[:2].lower()
    if not has_grade(language):
        return
    seen: set[Span] = set()
    for term in hard_terms_of(page, settings):
        definition = term.explained_by(links=False)
        if definition is None or definition.kind not in _SENTENCES:
            continue
        if _said(page, term).isupper():
            continue
        known = frozenset(word.lower() for word in list_words(term.entry.term))
        counts = count_sentence(definition.text, language, known=known)
        if counts.words < words:
            continue
        block = page.blocks[definition.passage]
        grade = plainlang_grade(counts, language)
        span = block.locate(*definition.span)
        if grade < settings.target_grade + above or span in seen:
            continue
        seen.add(span)
        yield Match(
            span,
            {"term": _said(page, term), "grade": f"{grade:.0f}", "plain": term.entry.definition},
            excerpt=definition.text,
            term=term.entry.term,
            suggestion=term.entry.definition,
        )


def hard_word_comes_first(
    page: Page, elements: Sequence[Element], settings: Settings, *, words: int = 5
) -> Iterator[Match]:
    """Report a term with everyday words in brackets behind it: those should come first."""
    language = page.language[:2].lower()
    for term in hard_terms_of(page, settings):
        definition = term.explained_by(links=False)
        if definition is None or definition.kind != "brackets":
            continue
        number, use = definition.at
        block = page.blocks[number]
        said, plain = block.text[use.start : use.end], definition.text.strip()
        whole = Span(use.start, definition.span.end + 1)
        if block.text[use.end : definition.span.start] != " (":
            continue
        parts = list_words(plain)
        if not 1 <= len(parts) <= words or said.isupper():
            continue
        if plain == definition_of(term.entry, said, language):
            continue  # what a fix has put there stays
        if plain.lower() != term.entry.plain.lower() and not _is_plain(parts, language):
            continue
        if _NO_SWAP.match(plain) or (" " in said and len(parts) == 1):
            continue  # "in the axilla (under the arm)", "gene mutations (changes)"
        yield Match(
            block.locate(*whole),
            {"term": said, "plain": plain},
            excerpt=block.text[whole.start : whole.end],
            suggestion=f"{plain} ({said})",
            fix=_swapped(block, use, definition.span, said, plain),
            term=term.entry.term,
        )


def _is_plain(words: Sequence[str], language: str) -> bool:
    return all(
        w[0].islower() and (is_familiar(w, language) or zipf(w, language) >= _EVERYDAY)
        for w in words
    )


def _said(page: Page, term: Term) -> str:
    use = term.first
    return page.blocks[use.block].text[use.span.start : use.span.end]


def _swapped(block: Block, use: Span, definition: Span, said: str, plain: str) -> Fix:
    capital = said[:1].isupper() and said[1:].islower()
    first = plain[:1].upper() + plain[1:] if capital else plain
    second = said.lower() if capital else said
    edits = (Edit(block.locate(*use), first), Edit(block.locate(*definition), second))
    return Fix(edits, f"Put “{plain}” first", safe=False)
