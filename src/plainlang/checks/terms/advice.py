"""What is told to write for a hard word: plain words that can stand in its place, or others around them."""

from __future__ import annotations

import re

from plainlang.checks.terms.bracket_fix import DETERMINERS, closes_name, stands_before_noun
from plainlang.checks.terms.uses import Term, Use
from plainlang.language.terms.lexicon import Entry, kept_name
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.language.terms.plain_form import (
    fits_before_noun,
    fits_behind_article,
    fits_behind_one,
    has_number_of,
    has_plural_head,
    has_tail,
    is_clause_like,
    is_of_a_noun,
    is_plural_noun,
    needs_article,
    says_where,
)
from plainlang.language.terms.wording import starts_with_vowel
from plainlang.page import Block
from plainlang.patterns import compile_pattern

# Letters, or how it is said: "intravenous (IV) fluids", "congenital (kon-JEN-ih-tal) defects"
_ASIDE = compile_pattern(r"[\"”’»]?\s\([A-Za-z][\w-]{0,30}\)|[\"”’»](?=\s)")
_IT = compile_pattern(r"\b(?:it|something)\b")
# "canned or processed | meat": words that share a noun with the term
_SHARES_NOUN = compile_pattern(r"[a-z]+(?:ed|al|ic|ar|ous|ive|ary)\s(?:or|and)\s$")
_GOES_ON = compile_pattern(r"\s(?:for|of|to|than)\s")
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
    "and or like include includes including".split()
)  # in a list of drugs, an article is missed, too
_IS = frozenset(
    "am are be become becomes been being feel feels is remain remains stay stays was were very".split()
)
_HAS = frozenset("do does had has have having".split())
# Nouns that others are joined to: "lung | artery", "breast cancer | survival".
_PARTS = frozenset(
    "arm artery bladder blood bone bowel brain breast cancer cell chest disease drug ear eye eyelid face gene gut hair"
    " hand head health heart hip hormone infection insurance jaw joint kidney knee leg liver lung mouth muscle neck nerve"
    " nose patient prostate skin spine stomach throat thyroid tissue tooth tumor vaccine vein virus womb".split()
)
_ONE = frozenset("a an another each every".split())
# Behind a term, these are always nouns, whatever stands behind them: "statin medicines to lower …".
_NOUNS = frozenset(
    "cells disease diseases disorder disorders doses drug drugs infection infections levels medicine medicines"
    " patients pills tablets test tests therapies therapy treatment treatments tumors".split()
)
# Behind what is one thing and is told with words for several, or the other way round, no verb may stand.
_ES_LINKS = frozenset(
    " a al como con de del desde durante e en entre hasta ni o para pero por porque según si sin sobre u y".split(
        " "
    )
)
# A verb for one thing: "osteoporosis is", no "weak bones is".
_VERBS_OF_ONE = frozenset(
    "affects becomes begins causes comes does doesn't gets goes happens has hasn't helps includes is isn't makes means"
    " needs occurs requires seems was wasn't".split()
)
_NEAR = 20  # characters before a word that hold the one before it


def write(plain: str, instead: str, language: str) -> str:
    """Say which words to write for a term; `instead` of which where an article changes with it."""
    if language == "es":
        return f"Escriba “{plain}” en lugar de “{instead}”." if instead else f"Escriba “{plain}”."
    return f"Write “{plain}” for “{instead}”." if instead else f"Write “{plain}”."


def leave_out(said: str, plain: str, language: str) -> str:
    """Say that a term can go, as the plain words for it stand beside it."""
    if language == "es":
        return f"La oración ya dice “{plain}”: quite “{said}”."
    return f"The sentence says “{plain}” already: leave out “{said}”."


def write_if_it_fits(plain: str, instead: str, language: str) -> str:
    """Say which words may do for a term that readers have met."""
    said = write(plain, instead, language).removesuffix(".")
    return f"{said} si encaja." if language == "es" else f"{said} if it fits."


def reorder(plain: str, language: str) -> str:
    """Say which words to use where they cannot stand in the place of the term."""
    if language == "es":
        return f"Dígalo con “{plain}”, con las palabras en otro orden."
    return f"Say it with “{plain}”, with the words in another order."


def can_stand_for(plain: str, term: Term, use: Use, block: Block) -> bool:
    """Tell whether plain words can stand in the place of a use: "of the mind" cannot before a noun.

    In Spanish such words stand behind the noun in any case, but its article has to fit.
    """
    text, entry = block.text, term.entry
    if term.language == "es":
        return _can_stand_in_spanish(plain, term, use, block)
    if term.language != "en":
        return True
    said, before = text[use.span.start : use.span.end], _last_word(text, use)
    is_verb = means_verb(entry.term, entry.definition, "en")
    if is_verb:
        if plain == entry.plain and not _is_base_form(said.lower(), entry):
            return False  # "misdiagnosed": no "take for another illness"
    elif not has_number_of(plain, said, entry.term, entry.variants):
        return False
    if " " not in plain:
        return True
    if "-" in (text[use.span.start - 1 : use.span.start], text[use.span.end : use.span.end + 1]):
        return False  # "cross-fertilization", "salicylate-containing drugs"
    is_same_noun = plain.rpartition(" ")[2] == said.rpartition(" ")[2].lower()
    if " " in said and not is_same_noun and _SHARES_NOUN.search(_before(text, use)):
        return False
    return _fits_behind(plain, said, before, is_verb) and _fits_before(
        plain, text, use, before, is_verb, kept_name(said, "en") is not None
    )


def _can_stand_in_spanish(plain: str, term: Term, use: Use, block: Block) -> bool:
    from plainlang.language.terms import spanish_agreement, spanish_number

    said, entry = block.text[use.span.start : use.span.end], term.entry
    if entry.definition.startswith("que ") or means_verb(entry.term, entry.definition, "es"):
        return True
    if not spanish_number.has_number_of(plain, said.lower(), (entry.term, *entry.variants)):
        return False
    agreed = spanish_agreement.agree(_before(block.text, use), plain)
    if agreed is None:
        return False
    old, new = agreed
    if old == new:
        return True
    # Behind another article, no word that goes with the old one: "genética médica", "la tos cansa".
    following = _next_word(block.text, use.span.end)
    if old.endswith("s") is not new.endswith("s"):
        before = _before(block.text, use).rstrip()
        return following in _ES_LINKS and before[-len(old) :].islower()
    return closes_name(following, "es") or following.endswith(("an", "en", "on"))


def articles(plain: str, term: Term, use: Use, block: Block) -> tuple[str, str]:
    """Return the article before a use and the one before its plain words where they differ, or "" twice.

    "an incision", "a cut"; "la genética", "el estudio de los genes".
    """
    before = _before(block.text, use)
    last = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    if term.language == "en" and last.lower() in ("a", "an"):
        new = "an" if starts_with_vowel(plain) else "a"
        return (
            ("", "") if new == last.lower() else (last, new.capitalize() if last[0] == "A" else new)
        )
    if term.language != "es" or term.entry.definition.startswith("que "):
        return "", ""
    from plainlang.language.terms import spanish_agreement

    old, new = spanish_agreement.agree(before, plain) or ("", "")
    if old == new:
        return "", ""
    said = before.rstrip()[-len(old) :]
    return said, new.capitalize() if said[0].isupper() else new


def _is_base_form(said: str, entry: Entry) -> bool:
    """Tell whether a verb is said as it is listed: "take", not "takes" or "taken"."""
    forms = {form.lower() for form in (entry.term, *entry.variants)}
    return said in forms and not said.endswith(("s", "ed", "ing"))


def _fits_behind(plain: str, said: str, before: str, is_verb: bool) -> bool:
    """Tell whether plain words go with the word before a use."""
    first = plain.lower().partition(" ")[0]
    if before == first:
        return False  # "the drug letrozole": not the same word twice
    if is_verb:
        return True
    if (before.endswith("%") or before[-1:].isdigit()) and not is_plural_noun(said):
        return False  # "1% permethrin", "120/80 mmHg"
    if is_of_a_noun(plain):
        return False  # "fetal and adult forms": no "of an unborn baby and adult forms"
    if says_where(plain) and said.isalpha() and not said.endswith("ly") and before not in _IS:
        return False  # "oral and injected drugs"
    if before in DETERMINERS:
        return fits_behind_article(plain) and (before not in _ONE or fits_behind_one(plain))
    if before[-1:].isalpha() and (before in _HAS or not closes_name(before, "en")):
        # "future severity", "ovarian ablation": what is described is a noun
        if is_clause_like(plain) or not fits_behind_article(plain):
            return False
        if first.endswith("'s"):
            return False  # "thyroid hormones": no "thyroid body's chemical messengers"
        if before in _PARTS and has_tail(plain):
            return False  # "lung cancer incidence": no "lung cancer number of new cases"
    return not (before.endswith(")") and has_tail(plain))


def _fits_before(
    plain: str, text: str, use: Use, before: str, is_verb: bool, is_name: bool
) -> bool:
    """Tell whether plain words go with the words behind a use."""
    end = use.span.end
    following, last = _next_word(text, end), plain.lower().rpartition(" ")[2]
    if following and last in (following, following.removesuffix("s")):
        return False  # "plaque buildup", "PTT tests"
    if text.startswith(("'s", "’s", "s’ ", "s' "), end):
        return not has_tail(plain)  # "a claimant's lawyer"
    aside = _ASIDE.match(text, end)
    end = aside.end() if aside else end
    if not text.startswith(" ", end):
        return True
    if is_verb:
        # "contaminate the water", not "make dirty the water"
        return _MAKES.match(plain) is None or closes_name(_next_word(text, end), "en")
    if following in _VERBS_OF_ONE and has_plural_head(plain):
        return False
    if _IT.search(plain) and _GOES_ON.match(text, end):
        return False  # "eligibility for care": no "right to get it for care"
    if text[end + 1 : end + 2].isupper() and has_tail(plain):
        return False  # "the parasite Trypanosoma"
    if text.startswith(" of ", end):
        # "early detection of problems": no "finding disease early of"
        return fits_before_noun(plain)
    if not (following in _NOUNS or stands_before_noun(text, end, "en")) or following == "such":
        return True
    if is_name:
        return False  # "Salmonella infection": no "germ (Salmonella) infection"
    said = text[use.span.start : use.span.end]
    if fits_before_noun(plain):  # "nervous system tumors": no "brain and nerves tumors"
        return is_plural_noun(said) or not has_plural_head(plain)
    return is_plural_noun(said) and following not in _NOUNS


def with_article(plain: str, term: Term, use: Use, block: Block) -> str:
    """Return plain words with the article that a use lacks: "take a drug that …" for "take loperamide"."""
    text = block.text
    before, said = _before(text, use), text[slice(*use.span)]
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
    if plain.lower().startswith(("main ", "most ")):
        article = "the"
    if plain[:1].isupper() and term.entry.plain[:1].islower():
        return f"{article.capitalize()} {plain[:1].lower()}{plain[1:]}"
    return f"{article} {plain}"


def _before(text: str, use: Use) -> str:
    return text[max(0, use.span.start - _NEAR) : use.span.start]


def _last_word(text: str, use: Use) -> str:
    before = _before(text, use)
    return before[:-1].rpartition(" ")[2].lower() if before.endswith(" ") else ""


def _next_word(text: str, at: int) -> str:
    word = _WORD_BEHIND.match(text, at)
    return word[1].lower() if word else ""
