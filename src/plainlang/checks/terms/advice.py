"""What is told to write for a hard word: plain words that can stand in its place, or others around them."""

from __future__ import annotations

from plainlang.checks.terms.bracket_fix import stands_before_noun
from plainlang.checks.terms.uses import Term, Use
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.language.terms.plain_form import fits_before_noun, is_plural_noun
from plainlang.page import Block


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
    if term.language != "en" or " " not in plain or not text.startswith(" ", end):
        return True
    # "early detection of problems": no "finding disease early of"
    if not (text.startswith(" of ", end) or stands_before_noun(text, end, "en")):
        return True
    return (
        fits_before_noun(plain)
        or is_plural_noun(text[use.span.start : end])
        or means_verb(term.entry.term, term.entry.definition, "en")
    )
