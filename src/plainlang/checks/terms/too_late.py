"""Terms that a page uses first and explains later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plainlang.checks.match import Match
from plainlang.checks.terms.explanations import is_of_its_own
from plainlang.checks.terms.met import has_words
from plainlang.checks.terms.uses import PROSE, Term, Use, hard_terms_of, said_beside
from plainlang.findings import Related
from plainlang.language.sentences import sentence_at
from plainlang.language.words import split_words
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern
from plainlang.settings import Settings

if TYPE_CHECKING:
    from plainlang.language.definitions.find import Definition

_SAID = 12  # words, at most, of a definition in a message
_SURE = frozenset(
    {"dfn", "abbr", "tooltip", "list", "brackets", "brackets-reversed", "called", "or", "means"}
)
_GENUS = compile_pattern(
    r"(?:an?|the(?!\s(?:\w+est|chief|first|last|leading|main|major|most|next|only|primary|second|usual)\b)|any|one|two|something|when|where|types?|kinds?|forms?|un|una|el|la|cualquier|algo"
    r"|cuando|tipos?)\b",
    re.IGNORECASE,
)
# Of these, the words before the term can belong to what is explained.
_OF_A_NAME = frozenset({"is", "means", "does", "list"})
_PRONOUN = compile_pattern(r"(?:they|it|this|these|that|those|est[aeo]s?)\b", re.IGNORECASE)
_NAMED = compile_pattern(
    r"(?:called|known\sas|llamad[oa]s?|conocid[oa]s?\scomo)\s(?:an?\s|the\s|una?\s)?$",
    re.IGNORECASE,
)
_IS_CALLED = compile_pattern(r"\bcalled|\bknown\sas|\bllamad[oa]s?\b|\bconocid[oa]s?\scomo")
_LABEL = compile_pattern(r"(?:\s[\w-]+){0,3}\s?:\s")  # "Somatostatin receptor scintigraphy: …"
_NEAR = 40  # characters before a use in which "called" must stand
_SAME = 3  # words at the end of an explanation that are looked for at a use
_LABEL_WORDS = 3
_ITEMS_BEFORE = compile_pattern(r"\s-\s[^.!?]{2,50}\s-\s[^.!?]{0,30}$")
_BARE_GENUS = compile_pattern(
    r"\b(?:condition|disease|disorder|syndrome|problem|drugs?|medicines?|test|enfermedad|afección)$",
    re.IGNORECASE,
)
_ITEM = compile_pattern(r"[^.!?]{0,40}?\s-\s")


def term_is_explained_too_late(
    page: Page, elements: Sequence[Element], settings: Settings, *, blocks: int = 2
) -> Iterator[Match]:
    """Report a first use that is more than so many blocks before the explanation."""
    for term in hard_terms_of(page, settings):
        definition = term.explained_by(links=settings.links_explain)
        if definition is None:
            continue
        use = _first_in_a_sentence(page, term)
        if use is None or definition.passage - use.block <= blocks:
            continue
        block = page.blocks[use.block]
        if not _is_sure(term, definition, page) or _is_told(term, use, definition, page):
            continue
        there = page.blocks[definition.passage].locate(*definition.span)
        line = page.position(there.start).line
        said = use.said_in(page.blocks)
        yield Match(
            block.locate(*use.span),
            {"term": said, "line": line, "said": _short(definition.text)},
            excerpt=said,
            term=term.entry.term,
            related=(Related(there, definition.text),),
        )


def _is_sure(term: Term, definition: Definition, page: Page) -> bool:
    """Tell whether a text surely explains, so that readers could be sent to it from further up."""
    text = definition.text.strip()
    if definition.kind in _OF_A_NAME and not is_of_its_own(term, definition, page):
        return False  # "congenital lactase deficiency is …"
    if definition.kind == "called" and (_BARE_GENUS.search(text) or _PRONOUN.match(text)):
        return False  # "he has a condition called gout", "they may go away. This is called …"
    if text[:1] in '"“‘«':
        return False  # a name that a few use: "human feces (“night soil”)"
    return definition.kind in _SURE or _GENUS.match(text) is not None


def _is_told(term: Term, use: Use, definition: Definition, page: Page) -> bool:
    """Tell whether the sentence of a use says what is said of the term later: "mucus or sputum"."""
    block = page.blocks[use.block]
    if _NAMED.search(block.text[max(0, use.span.start - _NEAR) : use.span.start]):
        return True  # "this disease is called coronary …"
    if _LABEL.match(block.text, use.span.end):
        return True
    if any(said_beside(page.blocks, [use], term.entry, term.language)):
        return True
    said = " ".join(definition.text.lower().strip(" .").split()[-_SAME:])
    sentence = block.text[slice(*sentence_at(block.text, use.span.start))].lower()
    return has_words(sentence, said)


def _first_in_a_sentence(page: Page, term: Term) -> Use | None:
    """Return the first use in a sentence: a list of what the page tells about is no use yet."""
    headings: set[str] | None = None
    for use in term.uses:
        block = page.blocks[use.block]
        if _in_a_run_in_list(block.text, use):
            continue
        if block.kind in PROSE and (
            len(block.text.split()) > _LABEL_WORDS or block.text[-1:] in ".!?"
        ):
            if block.kind == "list-item":
                if headings is None:
                    headings = {_bare(b.text) for b in page.blocks if b.kind == "heading"}
                if _bare(block.text) in headings:
                    continue  # it announces a part of the page
            return use
    return None


def _bare(text: str) -> str:
    return text.strip(" .:").lower()


def _in_a_run_in_list(text: str, use: Use) -> bool:
    """Tell whether a use is an item of a list in a paragraph: "- Surgery - Chemotherapy - Rays"."""
    before = text[max(0, use.span.start - 120) : use.span.start]
    if _ITEMS_BEFORE.search(before):
        return True
    return " - " in before[-40:] and _ITEM.match(text, use.span.end) is not None


def _short(text: str) -> str:
    spans = split_words(text)
    return text if len(spans) <= _SAID else text[: spans[_SAID - 1].end] + "…"
