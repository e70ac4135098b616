"""Terms that a page uses and does not explain, or explains by a link alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.level.reading import grades_gained
from plainlang.checks.match import Match
from plainlang.checks.terms.advice import (
    articles,
    can_stand_for,
    leave_out,
    reorder,
    with_article,
    write,
    write_if_it_fits,
)
from plainlang.checks.terms.bracket_fix import in_brackets
from plainlang.checks.terms.forms import definition_of, plain_of
from plainlang.checks.terms.listed import tells_of_a_drug
from plainlang.checks.terms.met import has_words
from plainlang.checks.terms.uses import (
    PROSE,
    Term,
    Use,
    first_read,
    hard_terms_of,
    readable_blocks,
    terms_of,
)
from plainlang.language.sentences import sentence_at
from plainlang.language.terms.families import is_same_word
from plainlang.language.terms.lexicon import kept_name, with_kept_name
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern
from plainlang.settings import Settings

_OPENS = compile_pattern(r"(?:^|[.!?][\"”’»)]*\s)[\"“‘«(¿¡]*$")  # a sentence
_NEAR = 8  # characters before a term that show whether it opens one


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
        if is_name and (
            _stands_beside(match.data["plain"], block, use) or tells_of_a_drug(block.text, use.span)
        ):
            continue  # "the blood thinner warfarin", "medicines such as warfarin" tell what it is
        lower = grades_gained(page, settings, term)
        language = settings.messages_in(page.language)
        plain, listed = match.values["plain"], match.data["plain"]
        fits = False
        if _stands_beside(plain, block, use):
            said = leave_out(match.values["term"], listed, language)
        elif fits := can_stand_for(listed, term, use, block):
            plain = with_article(plain, term, use, block)
            said = write(*_with_articles(plain, term, use, block), language)
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
        if fits := can_stand_for(listed, term, use, block):
            plain = with_article(plain, term, use, block)
            said = write_if_it_fits(*_with_articles(plain, term, use, block), language)
        else:
            said = reorder(listed, language)
        values = {**match.values, "write": said}
        yield match._replace(values=values, suggestion=plain if fits else None)


def _with_articles(plain: str, term: Term, use: Use, block: Block) -> tuple[str, str]:
    """Return plain words and what they replace with their articles, "" for the latter if none changes."""
    old, new = articles(plain, term, use, block)
    if not old:
        return plain, ""
    return f"{new} {plain}", f"{old} {block.text[use.span.start : use.span.end]}"


def _stands_beside(words: str, block: Block, use: Use) -> bool:
    """Tell whether words that would be advised stand in the sentence of a use already.

    One word alone can be there for another thing: "cardiac" in a sentence with "heart".
    """
    if " " not in words or words[1:] not in block.text:  # the first letter may be a capital
        return False
    start, end = sentence_at(block.text, use.span.start)
    words = words.lower()
    others = (block.text[start : use.span.start], block.text[use.span.end : end])
    return any(has_words(text.lower(), words) for text in others)


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
    plain = plain_of(entry, text, term.language)
    capital = text[:1].isupper() and _OPENS.search(block.text[: use.span.start][-_NEAR:])
    ready_plain = plain[:1].upper() + plain[1:] if capital else plain
    ready_plain = with_kept_name(ready_plain, text, term.language)
    span = block.locate(use.span.start, use.span.end)
    definition = definition_of(entry, text, term.language)
    ready = f"{text} ({definition})"
    mend = in_brackets(page, block, use, term, definition) if fix and block.kind in PROSE else None
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
