"""How a term is explained: in words that are hard themselves, or behind the hard word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainlang.checks.match import Match, told
from plainlang.checks.terms.forms import definition_of
from plainlang.checks.terms.uses import Term, Use, first_read, hard_terms_of
from plainlang.findings import Edit, Fix, Span
from plainlang.language.frequency.familiar_words import is_familiar
from plainlang.language.frequency.zipf import zipf
from plainlang.language.level.counts import count_sentence
from plainlang.language.level.grade import has_grade, plainlang_grade
from plainlang.language.subtags import primary
from plainlang.language.terms.families import is_same_word
from plainlang.language.terms.wording import starts_with_vowel
from plainlang.language.words import list_words
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern
from plainlang.settings import Settings

if TYPE_CHECKING:
    from plainlang.language.definitions.find import Definition

# What cannot take the place of the term: a place, a name that a few use.
_NO_SWAP = compile_pattern(
    r"""["“'‘]|(?:under|above|below|behind|around|near|next|over|between|inside|outside|in|on|at|by|of|from|to|with"""
    r"""|within|as|for|if|until|has|have|is|are|was|were|(?:an?\s)?(?:type|kind|form)s?\sof|when|where|which|who|cuando|donde|que|si)\s"""
)
# "psychotherapy (also called talk therapy)": these words tell of a name, and belong to none.
_CALLED = compile_pattern(
    r"(?:(?:also|sometimes|often|commonly|better|also\sbeing)\s)?(?:called|known\sas|referred\sto\sas)\s"
    r"|(?:también\s)?(?:llamad[oa]s?|conocid[oa]s?\scomo)\s",
    re.IGNORECASE,
)
_PREDICATES = frozenset({"is", "means"})
_NAMES = frozenset({"called", "or", "abbr", "tooltip", "dfn"})
_NEAR = 30  # characters before a word in which "called" must stand
_ITEM = " - "  # parts the items of a list that was run into one line
_OPENS_CLAUSE = compile_pattern(
    r"(?:^|[.!?:;,•–-]\s)\W*(?:(?:an?|the|un|una|el|la|los|las)\s)?\W*$", re.IGNORECASE
)
# "needle biopsy, sometimes called a core biopsy"
_ANOTHER_NAME = compile_pattern(
    r"(?:called|known\sas|llamad[oa]s?|conocid[oa]s?\scomo)\s(?:an?\s|the\s|una?\s)?$"
)
_EVERYDAY = 4.5  # Zipf: once in 30,000 words
_ARTICLE = compile_pattern(r"\b(an?)\s$", re.IGNORECASE)
_OPENS_WITH_ARTICLE = compile_pattern(r"(?:an?|the|una?|el|l[ao]s?)\s", re.IGNORECASE)
_DETERMINER = compile_pattern(
    r"\b(?:an?|the|your|his|her|their|my|our|its|this|that)\s$", re.IGNORECASE
)
# Spanish words that agree with the noun behind them: "el", "una", "mucho", "nuevas".
_AGREES = compile_pattern(
    r"(?<!\w)(?!(?:para|contra|hasta|como|o|a|no)\s$)(?:\w*[oa]s?|(?:de|a)?l|el|\w*[uú]n)\s$",
    re.IGNORECASE,
)
# "Stage IIA: the tumor has …" tells more of one cancer than a list of terms can.
_STAGE = compile_pattern(r"(?:stage|grade|estadio|grado|etapa)\s", re.IGNORECASE)
# "(PULL-mun-ary EM-bo-lizm)" is not hard to read: it helps to.
_SAID_ALOUD = compile_pattern(
    r"\s?\((?=[^)]*[A-Z]{2})[A-Za-z]{1,7}(?:[ -][A-Za-z]{1,7})*-[A-Za-z -]+\)"
)
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
    language = primary(page.language)
    if not has_grade(language):
        return
    seen: set[Span] = set()
    for term in hard_terms_of(page, settings):
        definition = term.explained_by(links=False)
        if definition is None or definition.kind not in _SENTENCES:
            continue
        said = term.first.said_in(page.blocks)
        # "Congenital lactase deficiency is …" is no hard explanation of "deficiency".
        if said.isupper() or _STAGE.match(said) or not is_of_its_own(term, definition, page):
            continue
        known = frozenset(word.lower() for word in list_words(term.entry.term))
        counts = count_sentence(_SAID_ALOUD.sub("", definition.text), language, known=known)
        if counts.words < words:
            continue
        block = page.blocks[definition.passage]
        grade = plainlang_grade(counts, language)
        span = block.locate(*definition.span)
        if grade < settings.target_grade + above or span in seen:
            continue
        seen.add(span)
        said = Use(*definition.at).said_in(page.blocks)
        yield Match(
            span,
            {"term": said, "grade": f"{grade:.0f}", "plain": term.entry.definition},
            excerpt=definition.text,
            term=term.entry.term,
            suggestion=term.entry.definition,
        )


def hard_word_comes_first(
    page: Page, elements: Sequence[Element], settings: Settings, *, words: int = 5
) -> Iterator[Match]:
    """Report a term with everyday words in brackets behind it: those should come first."""
    language = primary(page.language)
    seen: set[tuple[int, Span]] = set()  # brackets behind "recurring" explain "recurrence", too
    for term in hard_terms_of(page, settings):
        definition = term.explained_by(links=False)
        if definition is None or definition.kind != "brackets" or definition.at in seen:
            continue
        number, use = definition.at
        block = page.blocks[number]
        said, plain = block.text[use.start : use.end], definition.text.strip()
        whole = Span(use.start, definition.span.end + 1)
        if block.text[use.end : definition.span.start] != " (":
            continue
        called = _CALLED.match(plain)
        plain = plain[called.end() :] if called else plain
        parts = list_words(plain)
        if not 1 <= len(parts) <= words or said.isupper():
            continue
        if plain == definition_of(term.entry, said, language):
            continue  # what a fix has put there stays
        if plain.lower() != term.entry.plain.lower() and not _is_plain(parts, language):
            continue
        if _NO_SWAP.match(plain) or (" " in said and len(parts) == 1):
            continue  # "in the axilla (under the arm)", "gene mutations (changes)"
        seen.add(definition.at)
        first, second = _with_capital(said, plain, block.text[: use.start])
        edits = _swapped(block, use, definition.span, first, second, plain, language)
        what = told(page, f"Put “{plain}” first", f"Ponga primero “{plain}”")
        yield Match(
            block.locate(*whole),
            {"term": said, "plain": first, "second": second},
            excerpt=block.text[whole.start : whole.end],
            suggestion=f"{first} ({second})",
            fix=None if edits is None else Fix(tuple(edits), what, safe=False),
            term=term.entry.term,
        )


def definition_uses_jargon(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report an explanation that uses another unexplained term, or the term itself.

    Where that is the use at which the other term is reported itself, there is nothing to add.
    """
    terms = hard_terms_of(page, settings)
    unexplained = {t.entry.term: t for t in terms if not t.definitions}
    uses_in: dict[int, list[tuple[Use, str]]] = {}
    for term in terms:
        for use in term.uses:
            uses_in.setdefault(use.block, []).append((use, term.entry.term))
    told: set[Use] = set()
    for term in terms:
        definition = term.explained_by(links=False)
        if definition is None or not _is_of_own_words(definition, page):
            continue
        said = Use(*definition.at).said_in(page.blocks)
        start = definition.span.start
        end = _end_of_item(page.blocks[definition.passage].text, definition)
        for use, name in uses_in.get(definition.passage, ()):
            if use.span.start < start or use.span.end > end or use in told:
                continue
            inner, itself = use.said_in(page.blocks), name == term.entry.term
            if itself:
                is_fault = definition.kind in _PREDICATES and is_same_word(
                    said, inner, term.language
                )
            else:
                other = unexplained.get(name)
                is_fault = other is not None and _is_no_help(page, term, said, use, other)
            if is_fault:
                told.add(use)
                which = _which(itself, settings.messages_in(page.language))
                yield Match(
                    page.blocks[use.block].locate(*use.span),
                    {"term": said, "inner": inner, "which": which},
                    excerpt=inner,
                    term=name,
                )
                break


def _is_of_own_words(definition: Definition, page: Page) -> bool:
    """Tell whether an explanation is a text about the very term, and more than another name for it."""
    if definition.kind in _NAMES:
        return False
    if Use(*definition.at).said_in(page.blocks).isupper():
        return False  # the words that letters stand for are no explanation of them
    return definition.kind not in _PREDICATES or _is_whole(definition, page)


def is_of_its_own(term: Term, definition: Definition, page: Page) -> bool:
    """Tell whether an explanation is of the term, and not of a longer name: "brain | tumors are …"."""
    if Use(*definition.at) not in term.uses:
        return False
    return definition.kind == "heading" or _is_whole(definition, page)


def _is_whole(definition: Definition, page: Page) -> bool:
    number, at = definition.at
    text = page.blocks[number].text
    return " " in text[slice(*at)] or _OPENS_CLAUSE.search(text[: at.start]) is not None


def _is_no_help(page: Page, term: Term, said: str, use: Use, other: Term) -> bool:
    """Tell whether the use of another term, which nothing explains, keeps readers from an explanation."""
    if use == first_read(page, other):
        return False
    inner, before = use.said_in(page.blocks), page.blocks[use.block].text[: use.span.start]
    if _is_expected(inner, said, term) or _ANOTHER_NAME.search(before[-_NEAR:]):
        return False
    return not (inner.isupper() and _is_spelled_out(page, other, inner))


def _end_of_item(text: str, definition: Definition) -> int:
    """Return where an explanation ends: in a list run into one line, with its item."""
    end = definition.span.end
    if _ITEM in text[: definition.span.start]:
        item = text.find(_ITEM, definition.span.start, end)
        return end if item < 0 else item
    return end


def _is_expected(inner: str, said: str, term: Term) -> bool:
    """Tell whether a word is one that the term itself or the lexicon's own words for it have."""
    entry = term.entry
    return any(inner.lower() in text.lower() for text in (said, entry.plain, entry.definition))


def _which(itself: bool, language: str) -> str:
    """Say why an explanation should not use a word."""
    if language == "es":
        return "la misma palabra que debe explicar" if itself else "que tampoco se explica"
    return "the word that it is to explain" if itself else "which is not explained either"


def _is_spelled_out(page: Page, term: Term, letters: str) -> bool:
    """Tell whether letters are spelled out anywhere on the page: "spinal fluid (CSF)"."""
    from plainlang.language.acronyms.abbreviations import find_abbreviations  # few pages need it

    return any(
        pair.short == letters
        for block in {use.block for use in term.uses}
        for pair in find_abbreviations(page.blocks[block].text)
    )


def _is_plain(words: Sequence[str], language: str) -> bool:
    return all(
        w[0].islower() and (is_familiar(w, language) or zipf(w, language) >= _EVERYDAY)
        for w in words
    )


def _with_capital(said: str, plain: str, before: str) -> tuple[str, str]:
    """Return plain words and the hard ones in the order that is advised, the first with a capital if it opens."""
    if said[:1].isupper() and said[1:].islower() and _OPENS_CLAUSE.search(before[-_NEAR:]):
        return plain[:1].upper() + plain[1:], said.lower()
    return plain, said


def _swapped(
    block: Block, use: Span, definition: Span, first: str, second: str, plain: str, language: str
) -> list[Edit] | None:
    """Return the edits that swap two names; None where a word before them fits only the first."""
    before = block.text[: use.start]
    fits = _AGREES if language == "es" else _DETERMINER
    if (language == "es" or _OPENS_WITH_ARTICLE.match(plain)) and fits.search(before):
        return None
    edits = [Edit(block.locate(*use), first), Edit(block.locate(*definition), second)]
    article = _ARTICLE.search(before) if language == "en" else None
    if article and starts_with_vowel(plain) != (len(article[1]) > 1):
        right = article[1][0] + "n" * starts_with_vowel(plain)
        edits.insert(0, Edit(block.locate(*article.span(1)), right))
    return edits
