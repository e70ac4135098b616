"""What is told to write for a hard word: plain words that can stand in its place, or others around them."""

from __future__ import annotations

import re

from plainlang.checks.terms.bracket_fix import DETERMINERS, closes_name, stands_before_noun
from plainlang.checks.terms.uses import Term, Use
from plainlang.language.terms.lexicon import kept_name
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.language.terms.plain_form import (
    fits_before_noun,
    fits_behind_article,
    is_clause_like,
    is_plural_noun,
    needs_article,
)
from plainlang.language.terms.wording import starts_with_vowel
from plainlang.page import Block
from plainlang.patterns import compile_pattern

_LETTERS = compile_pattern(r"\s\([A-Z][\w-]{0,8}\)")
_MAKES = compile_pattern(r"(?:mak|keep)\w*\s(?!it\b|into\b)", re.IGNORECASE)
_WORD_BEHIND = compile_pattern(r"\s([\w'’-]+)")
# Behind these, a noun without an article stands alone: "take insulin", but "a type of insulin".
_BARE = frozenset(
    "about against as by for from get gets getting give given gives giving had has have having in is made make"
    " makes making need needs of on prescribe prescribed start started starts stop stopped stops take taken takes"
    " taking than to took use used uses using was with without".split()
)
_KIND_OF = compile_pattern(r"(?:type|kind|form)s?\sof\s$")
_BEFORE_NAME = frozenset(
    "and or like including".split()
)  # in a list of drugs, an article is missed, too
_NEAR = 20  # characters before a word that hold the one before it


def write(plain: str, language: str) -> str:
    """Say which words to write for a term."""
    return f"Escriba “{plain}”." if language == "es" else f"Write “{plain}”."


def leave_out(said: str, plain: str, language: str) -> str:
    """Say that a term can go, as the plain words for it stand beside it."""
    if language == "es":
        return f"La oración ya dice “{plain}”: quite “{said}”."
    return f"The sentence says “{plain}” already: leave out “{said}”."


def write_if_it_fits(plain: str, language: str) -> str:
    """Say which words may do for a term that readers have met."""
    return f"Escriba “{plain}” si encaja." if language == "es" else f"Write “{plain}” if it fits."


def reorder(plain: str, language: str) -> str:
    """Say which words to use where they cannot stand in the place of the term."""
    if language == "es":
        return f"Dígalo con “{plain}”, con las palabras en otro orden."
    return f"Say it with “{plain}”, with the words in another order."


def can_stand_for(plain: str, term: Term, use: Use, block: Block) -> bool:
    """Tell whether plain words can stand in the place of a use: "of the mind" cannot before a noun.

    In Spanish such words stand behind the noun in any case.
    """
    text, end = block.text, use.span.end
    if term.language != "en" or " " not in plain:
        return True
    before = _last_word(text, use)
    first, _, last = plain.lower().partition(" ")
    if before == first or _next_word(text, end) == last.rpartition(" ")[2]:
        return False  # "the drug letrozole", "plaque buildup": not the same word twice
    is_verb = means_verb(term.entry.term, term.entry.definition, "en")
    if not is_verb:
        if before in DETERMINERS and not fits_behind_article(plain):
            return False  # "a second opinion": no "a what another doctor thinks"
        if not closes_name(before, "en"):
            if is_clause_like(plain):
                return False  # "future severity"
            if first.endswith("'s") and before not in DETERMINERS:
                return False  # "thyroid hormones": no "thyroid body's chemical messengers"
    letters = _LETTERS.match(text, end)  # "intravenous (IV) fluids"
    end = letters.end() if letters else end
    if not text.startswith(" ", end):
        return True
    if is_verb:
        # "contaminate the water", not "make dirty the water"
        return _MAKES.match(plain) is None or closes_name(_next_word(text, end), "en")
    if text.startswith(" of ", end):
        return fits_before_noun(
            plain
        )  # "early detection of problems": no "finding disease early of"
    if not stands_before_noun(text, end, "en"):
        return True
    return fits_before_noun(plain) or is_plural_noun(text[use.span.start : use.span.end])


def with_article(plain: str, term: Term, use: Use, block: Block) -> str:
    """Return plain words with the article that a use lacks: "take a drug that …" for "take loperamide"."""
    text, start = block.text, use.span.start
    before, said = text[max(0, start - _NEAR) : start], text[start : use.span.end]
    last = _last_word(text, use)
    if term.language != "en" or is_plural_noun(said):
        return plain
    if not before or last.endswith((".", "!", "?")):
        is_bare = bool(before) or block.kind == "paragraph"
    elif last in _BARE:
        is_bare = _KIND_OF.search(before) is None
    else:
        is_bare = (last.endswith(",") or last in _BEFORE_NAME) and kept_name(said, "en") is not None
    if not is_bare or not needs_article(plain) or stands_before_noun(text, use.span.end, "en"):
        return plain
    article = "an" if starts_with_vowel(plain) else "a"
    if plain[:1].isupper() and term.entry.plain[:1].islower():
        return f"{article.capitalize()} {plain[:1].lower()}{plain[1:]}"
    return f"{article} {plain}"


def _last_word(text: str, use: Use) -> str:
    before = text[max(0, use.span.start - _NEAR) : use.span.start]
    return before[:-1].rpartition(" ")[2].lower() if before.endswith(" ") else ""


def _next_word(text: str, at: int) -> str:
    word = _WORD_BEHIND.match(text, at)
    return word[1].lower() if word else ""
