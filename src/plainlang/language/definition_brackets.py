"""What brackets explain: "disnea (falta de aire)", "shortness of breath (dyspnea)".

Looks at one sentence and the place of the term in it, as `definition_clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definition_place import Place
from plainlang.language.definition_predicates import is_as_hard
from plainlang.language.plainness import WORDS, plainness
from plainlang.patterns import can_hold, compile_pattern

_BRACKETS = compile_pattern(r"[\"”’*_]*\s*(?:[(]([^()]{2,160})[)]|\[([^\[\]]{2,160})\])")
_MODIFIED = compile_pattern(r"\s+[\w-]+\s*\(([^()]{8,160})\)")
_OPENING = compile_pattern(r"[(\[]\s*(?P<lead>[^()\[\]]{0,30}?)[\"“*_]*$")
_KNOWN = 2.0  # Zipf: plain words are not rarer than this
_JOINS = frozenset({"and", "or", "y", "o", "e", "u"})
_NOUN = compile_pattern(r"(?<=al|ic|us|ve|ry|ar|nt)\s([a-z]{4,})\s*[)\]]")  # behind an adjective
_ITEMS = compile_pattern(r",|/|\b(?:and|or|y|o)\b")
_LEADS = compile_pattern(
    r"(?:or|also|called|also called|known as|also known as|o|también|(?:llamad|denominad)[oa]s?"
    r"|conocid[oa]s?(?: \w+)? como|es decir,?|o sea,?|(?:nombre|término)(?: médico)?:?"
    r"|en términos médicos,?|medical(?: name| term)?:?|i\.e\.|the)\s*$",
    re.IGNORECASE,
)


def explained_in_brackets(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield what brackets behind the term say of it, or what stands before those that hold it."""
    text, span, patterns, term = place.text, place.span, place.patterns, place.term
    if found := _BRACKETS.match(text, span.end, min(len(text), place.stop + 160)):
        group = 1 if found[1] is not None else 2
        said = found[group]
        if _names_its_kind(said, term) or (_explains(said, place) and not _has(said, term)):
            yield "brackets", Span(*found.span(group))
    elif (found := _MODIFIED.match(text, span.end)) and patterns.aside.match(found[1]):
        if not _has(found[1], term):
            yield "brackets", Span(*found.span(1))
    if before_it := _reversed(place):
        yield "brackets-reversed", before_it


def _has(said: str, term: str) -> bool:
    """Tell whether an explanation uses the term: "primary tumors (tumors that begin here)"."""
    return can_hold(said, term) and bool(re.search(rf"\b{re.escape(term)}", said, re.IGNORECASE))


def _names_its_kind(said: str, term: str) -> bool:
    """Tell whether an explanation says which ones are meant: "solid cancers [cancers in organs]"."""
    *before, head = term.split()
    return (
        bool(before)
        and can_hold(said, head)
        and (
            re.match(
                rf"(?:(?:an?|the|una?|el|la|los|las)\s)?{re.escape(head)}(?:e?s)?"
                r"\s(?:in|of|that|which|who|with|from|where|on|en|del?|que|con|donde)\s",
                said,
                re.IGNORECASE,
            )
            is not None
        )
    )


def _reversed(place: Place) -> Span | None:
    """ "high blood pressure (hypertension)": the plain words stand before the brackets."""
    text, start, span, level, language = (
        place.text, place.start, place.span, place.level, place.language,
    )  # fmt: skip
    opening = _OPENING.search(text, max(start - 1, 0), span.start)
    if opening is None:
        return None
    noun = _NOUN.match(text, span.end)
    names = noun is not None and plainness(noun[1], language) > level  # "(congenital infection)"
    if not names and not re.match(
        r"[\"”’*_]*(?:,?\s*(?:or|also|and)?\s*[A-Z]{2,6}s?|\s(?:tumou?rs?|cancers?|cells?|therap(?:y|ies)|treatments?|care|diseases?|infections?|surgery))?\s*[)\]]",
        text[span.end : span.end + 20],
    ):
        return None
    lead = opening["lead"].strip()
    if lead and not _LEADS.match(lead) and (lead.count(" ") > 2 or not _LEADS.search(lead)):
        return None
    clause = max(start, *(text.rfind(mark, start, opening.start()) + 1 for mark in "();:,"))
    words = list(WORDS.finditer(text, clause, opening.start()))[-5:]
    if not words or words[-1][0].lower() in place.patterns.preposition:
        return None
    said = Span(words[0].start(), words[-1].end())
    nearest = " ".join(w[0] for w in words[-3:] if w[0] not in _JOINS)
    if place.term.isupper():
        return None  # an acronym says nothing about what the words mean
    if plainness(words[-1][0], language) < level:
        return None  # "gastrointestinal (digestive)": the plain word is the one in brackets
    listed = all(w[0][0].isupper() for w in words[-2:])
    if listed and said.start > clause + 2:
        return None  # "Cervical Cancer (HPV) Flu (Influenza)": a list
    return said if plainness(nearest, language) > max(level + 0.3, _KNOWN) else None


def _explains(said: str, place: Place) -> bool:
    """Tell whether what stands in brackets says what the term means."""
    level, patterns, language = place.level, place.patterns, place.language
    said = said.strip(" \"“”'’*_")
    words = WORDS.findall(said)
    if not words or is_as_hard(said, level, language):
        return False
    if patterns.not_meaning.match(said):
        return re.match(r"(?:also\s+)?(?:called|known)|también|llamad", said) is not None
    if sum(map(str.isdigit, said)) > 1 or said.endswith(("®", "™")) or "®" in said:
        return False
    if all(w[0].isupper() for w in words):  # acronyms, brands, names
        return False
    if len(words) == 1 and (words[0].isupper() or len(words[0]) < 3):
        return False
    if letters := re.match(r"[A-Z]{2,}s?([,;:]\s+)?\b", said):
        # "(CT, a kind of X-ray)", but not "(CSF, shown in blue)"
        rest = said[letters.end() :]
        return len(words) > 3 and not (letters[1] and patterns.not_meaning.match(rest))
    opens_well = patterns.aside.match(said) or patterns.genus_noun.match(said)
    if opens_well is not None and len(words) > 2:
        return True
    # A few words that are no list, such as "groin (upper thigh)", say more than one word does.
    phrase = 1 < len(words) < 5 and not _ITEMS.search(said)
    return plainness(said, language) > level + (0.0 if phrase else 0.3)
