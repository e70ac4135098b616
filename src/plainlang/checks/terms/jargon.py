"""Terms that a page uses and does not explain, explains too late, or explains badly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainlang.checks.level.reading import grades_gained
from plainlang.checks.match import Match
from plainlang.checks.terms.advice import can_stand_for, leave_out, reorder, write, write_if_it_fits
from plainlang.checks.terms.bracket_fix import in_brackets
from plainlang.checks.terms.uses import (
    Term,
    Use,
    definition_of,
    first_read,
    hard_terms_of,
    readable_blocks,
    terms_of,
)
from plainlang.findings import Related
from plainlang.language.sentences import sentence_at
from plainlang.language.subtags import primary
from plainlang.language.terms.families import is_same_word
from plainlang.language.terms.lexicon import Entry, kept_name, with_kept_name
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.language.words import split_words
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern
from plainlang.settings import Settings

if TYPE_CHECKING:
    from plainlang.language.definitions.find import Definition

_OPENS = compile_pattern(r"(?:^|[.!?][\"”’»)]*\s)[\"“‘«(¿¡]*$")  # a sentence
_NEAR = 8  # characters before a term that show whether it opens one
_PROSE = frozenset({"paragraph", "list-item", "description", "quote", "caption", "cell"})


def term_is_undefined(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report a term's first use when nothing on the page explains it."""
    for term in hard_terms_of(page, settings):
        if term.definitions:
            continue
        use = first_read(page, term)
        block = page.blocks[use.block]
        if _stands_beside(term.entry.definition, block, use):
            continue
        match = _match(page, term, use, block, settings)
        is_name = kept_name(match.values["term"], term.language) is not None
        if is_name and _stands_beside(match.data["plain"], block, use):
            continue  # "the blood thinner warfarin" tells what it is
        lower = grades_gained(page, settings, term)
        language = settings.messages_in(page.language)
        plain, listed = match.values["plain"], match.data["plain"]
        fits = False
        if _stands_beside(plain, block, use):
            said = leave_out(match.values["term"], listed, language)
        elif fits := can_stand_for(listed, term, use, block):
            said = write(plain, language)
        else:
            said = reorder(plain if is_name else listed, language)
        values = {**match.values, "gain": _gain(lower, language), "write": said}
        yield match._replace(values=values, suggestion=plain if fits else None,
                             data={**match.data, "grades_gained": round(lower, 2)})  # fmt: skip


def term_has_plainer_words(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report a term of common words for which there are plainer ones, unless the page explains it."""
    for term in terms_of(page, settings):
        if term.is_hard or term.definitions:
            continue
        use = first_read(page, term)
        block = page.blocks[use.block]
        match = _match(page, term, use, block, settings, fix=False)
        plain, listed = match.values["plain"], match.data["plain"]
        if _stands_beside(listed, block, use):
            continue
        language = settings.messages_in(page.language)
        fits = can_stand_for(listed, term, use, block)
        said = write_if_it_fits(plain, language) if fits else reorder(listed, language)
        values = {**match.values, "write": said}
        yield match._replace(values=values, suggestion=plain if fits else None)


def _stands_beside(words: str, block: Block, use: Use) -> bool:
    """Tell whether words that would be advised stand in the sentence of a use already.

    One word alone can be there for another thing: "cardiac" in a sentence with "heart".
    """
    if " " not in words or words[1:] not in block.text:  # the first letter may be a capital
        return False
    start, end = sentence_at(block.text, use.span.start)
    words = words.lower()
    others = (block.text[start : use.span.start], block.text[use.span.end : end])
    return any(_has_words(text.lower(), words) for text in others)


def _has_words(text: str, words: str) -> bool:
    """Tell whether a text has whole words one after the other."""
    at = text.find(words)
    if at < 0:
        return False
    end = at + len(words)
    return not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())


def _gain(lower: float, language: str) -> str:
    """Say by how much everyday words would lower the grade; "" when it does not show."""
    if lower < 0.05:
        return ""
    if language == "es":
        return f" Con palabras comunes, el nivel de la página baja {lower:.1f} grados."
    return f" Everyday words lower the page by {lower:.1f} grades."


def term_is_explained_by_link_only(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report a term whose only explanation is a link to a glossary, unless the config accepts it."""
    if settings.links_explain:
        return
    for term in hard_terms_of(page, settings):
        if term.definitions and term.explained_by(links=False) is None:
            use = first_read(page, term)
            yield _match(page, term, use, page.blocks[use.block], settings)


def term_is_explained_too_late(
    page: Page, elements: Sequence[Element], settings: Settings, *, blocks: int = 2
) -> Iterator[Match]:
    """Report a first use that is more than so many blocks before the explanation."""
    for term in hard_terms_of(page, settings):
        definition = term.explained_by(links=settings.links_explain)
        if definition is None:
            continue
        use = _first_in_a_sentence(page, term)
        if use is None or definition.passage - use.block <= blocks or not _is_sure(definition):
            continue
        block = page.blocks[use.block]
        there = page.blocks[definition.passage].locate(*definition.span)
        line = page.position(there.start).line
        match = _match(page, term, use, block, settings, fix=False)
        yield Match(
            match.span,
            {**match.values, "line": line, "said": _short(definition.text)},
            excerpt=match.excerpt,
            term=match.term,
            related=(Related(there, definition.text),),
        )


_SAID = 12  # words, at most, of a definition in a message
_SURE = frozenset(
    {"dfn", "abbr", "tooltip", "list", "brackets", "brackets-reversed", "called", "or", "means"}
)
_GENUS = compile_pattern(
    r"(?:an?|the|any|one|two|something|when|where|types?|kinds?|forms?|un|una|el|la|cualquier|algo"
    r"|cuando|tipos?)\b",
    re.IGNORECASE,
)


def _is_sure(definition: Definition) -> bool:
    """Tell whether a text surely explains, so that readers could be sent to it from further up."""
    if definition.kind == "called" and _BARE_GENUS.search(definition.text):
        return False  # "he has a condition called gout"
    return definition.kind in _SURE or _GENUS.match(definition.text.strip()) is not None


def _first_in_a_sentence(page: Page, term: Term) -> Use | None:
    """Return the first use in a sentence: a list of what the page tells about is no use yet."""
    for use in term.uses:
        block = page.blocks[use.block]
        if _in_a_run_in_list(block.text, use):
            continue
        if block.kind in _PROSE and (
            len(block.text.split()) > _LABEL_WORDS or block.text[-1:] in ".!?"
        ):
            return use
    return None


_LABEL_WORDS = 3
_ITEMS_BEFORE = compile_pattern(r"\s-\s[^.!?]{2,50}\s-\s[^.!?]{0,30}$")
_BARE_GENUS = compile_pattern(
    r"\b(?:condition|disease|disorder|syndrome|problem|drugs?|medicines?|test|enfermedad|afección)$",
    re.IGNORECASE,
)
_ITEM = compile_pattern(r"[^.!?]{0,40}?\s-\s")


def _in_a_run_in_list(text: str, use: Use) -> bool:
    """Tell whether a use is an item of a list in a paragraph: "- Surgery - Chemotherapy - Rays"."""
    before = text[max(0, use.span.start - 120) : use.span.start]
    if _ITEMS_BEFORE.search(before):
        return True
    return " - " in before[-40:] and _ITEM.match(text, use.span.end) is not None


def acronym_is_undefined(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report an acronym's first use when the page never says what its letters stand for."""
    from plainlang.language.acronyms.undefined import undefined_acronyms

    read = readable_blocks(page)
    listed = {
        word
        for t in terms_of(page, settings)
        for u in t.uses
        for word in u.said_in(page.blocks).lower().split()
    }
    blocks = [b for _, b in read if b.kind != "alt"]
    for found in undefined_acronyms(blocks, page.language):
        block = blocks[found.passage]
        text = block.text[found.span.start : found.span.end]
        if text.lower() in listed or text.lower() in settings.known_terms:
            continue
        others = len(found.others)
        yield Match(
            block.locate(*found.span),
            {"term": text, "others": _others(others, settings.messages_in(page.language))},
            excerpt=text,
            term=text,
        )


def _match(
    page: Page, term: Term, use: Use, block: Block, settings: Settings, *, fix: bool = True
) -> Match:
    text = block.text[use.span.start : use.span.end]
    entry = term.entry
    plain = _plain(entry, text, term.language)
    capital = text[:1].isupper() and _OPENS.search(block.text[: use.span.start][-_NEAR:])
    ready_plain = plain[:1].upper() + plain[1:] if capital else plain
    ready_plain = with_kept_name(ready_plain, text, term.language)
    span = block.locate(use.span.start, use.span.end)
    definition = definition_of(entry, text, term.language)
    ready = f"{text} ({definition})"
    mend = in_brackets(page, block, use, term, definition) if fix and block.kind in _PROSE else None
    return Match(
        span,
        {
            "term": text,
            "plain": ready_plain,
            "definition": entry.definition,
            "ready": ready,
            "others": _others(_repeats(page, term, text), settings.messages_in(page.language)),
        },
        excerpt=text,
        suggestion=ready_plain,
        fix=mend,
        term=entry.term,
        data={"plain": plain, "definition": entry.definition, "topic": entry.topic,
              "uses": len(term.uses)},
    )  # fmt: skip


def _plain(entry: Entry, said: str, language: str) -> str:
    """Return the everyday words for a term, as its form in the text asks for."""
    if primary(language) == "es":
        from plainlang.language.terms import spanish_number

        forms = (entry.term, *entry.variants)
        return spanish_number.plain_form(entry.plain, said.lower(), forms, entry.definition)
    if primary(language) != "en":
        return entry.plain
    from plainlang.language.terms.plain_form import plain_form

    return plain_form(entry.plain, said, entry.term, entry.variants, entry.definition)


def _repeats(page: Page, term: Term, said: str) -> int:
    """Return how often else a page uses a term by the same word, not by another name for it."""
    if len(term.uses) == 1:
        return 0
    entry, language = term.entry, term.language
    is_verb = means_verb(entry.term, entry.definition, language)
    words = (u.said_in(page.blocks) for u in term.uses)
    return sum(is_same_word(said, word, language, is_verb=is_verb) for word in words) - 1


def _others(number: int, language: str) -> str:
    if number <= 0:
        return ""
    if language == "es":
        return f" Se usa {number} {'vez' if number == 1 else 'veces'} más."
    return f" It is used {number} more {'time' if number == 1 else 'times'}."


def _short(text: str) -> str:
    spans = split_words(text)
    return text if len(spans) <= _SAID else text[: spans[_SAID - 1].end] + "…"
