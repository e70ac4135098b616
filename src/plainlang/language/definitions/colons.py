"""The label that a term is, or ends: "Edema: a swelling of the legs", "Liver resection: surgery to …".

Looks at one sentence and the place of the term in it, as `clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definitions.notes import (
    is_short_meaning,
    opens_note,
    tells_what_happened,
)
from plainlang.language.definitions.place import HARD, KNOWN_ALONE, MARKS, Place, is_adjective
from plainlang.language.definitions.predicates import told
from plainlang.language.terms.plainness import WORDS
from plainlang.patterns import compile_pattern

_COLON = compile_pattern(r"[\"”’*_]*\s*(?:\([^()]*\)\s*)?(?::|\s?=|\s(?:--|[-–—]))\s*(?=\S)")
_IN_BRACKETS = compile_pattern(r"\([^()]*\)")
_WORD_COLON = compile_pattern(r"\s[\w’'-]+\s?:\s*(?=\S)")  # "Distal pancreatectomy: surgery to …"
# "Tomografía computarizada (TC): procedimiento …"
_SPANISH_LABEL = compile_pattern(
    r"(?:\s(?!(?:del?|en|por|para|con|y|o)\s)[\w-]+){1,2}(?:\s\([^()]*\))?\s?:\s*(?=\S)"
)
_AND_COLON = compile_pattern(r"\s+(?:and|or|y|o)\s+[\w-]+(?:\s[\w-]+)?\s*:\s*(?=\S)")
_ITEMS = compile_pattern(
    r"[^.:;]{1,90}?\s-\s[^.:;]{1,70}?\s-\s"
)  # "cancer - depression - diabetes"
# "Estrogen and progesterone test:", "Liver resection:"
_FIRST_OF_TWO = compile_pattern(r"\W*(?:[\w-]+\s){1,3}(?:and|or|y|o)\s$")
_FIRST_WORD = compile_pattern(r"(?:.*\s-\s|\W*)[\w’'-]+\s$")
_FIRST_TWO = compile_pattern(
    r"(?:.*\s-\s|\W*)(?:(?!(?:and|or|of|for|in|on|to|with|the|your|del?|en|para|con|el|la|los|las)\s)[\w’'-]+\s){2}$",
    re.IGNORECASE,
)
_NEAR = 40  # characters of what a label tells in which the term itself opens a sentence
_HYPHENS = ("-", "–", "—")
_ITEM_LENGTH = 25  # characters up to the next hyphen


def labelled(place: Place) -> Iterator[tuple[str, Span]]:
    """ "Edema: a swelling of the legs", "Liver resection: surgery to …"."""
    text, before, stop = place.text, place.before, place.stop
    found = _colon(place)
    if found is None:
        return
    said = text[found.end() : stop]
    bare = _IN_BRACKETS.sub("", said)
    if _is_named(bare) or _ITEMS.match(said):
        return
    equals = "=" in found[0]
    if len(bare.split()) < 3 and not is_short_meaning(bare, equals, place.level, place.language):
        return
    if equals and bare[0].isdigit():
        return  # "A1C = 7 or more"
    if is_item(found[0], place):
        return
    at = said[:_NEAR].lower().find(place.term.lower())
    if at >= 0:  # "Chemotherapy: Chemotherapy may be …" says no more than the sentence does
        again = Span(found.end() + at, found.end() + at + len(place.term))
        inner = place._replace(start=found.end(), span=again, behind=again.end, before=said[:at])
        yield from told(inner)
    elif not (place.patterns.not_aside.match(said) or tells_what_happened(said)) and (
        opens(before) or not place.patterns.empty_genus.match(said)
    ):
        yield "list", Span(found.end(), stop)


def _colon(place: Place) -> re.Match[str] | None:
    """Return the colon or dash that closes the label which the term is, or is part of."""
    text, before, behind, stop = place.text, place.before, place.behind, place.stop
    if found := _COLON.match(text, behind, stop):
        return found if (opens(before) if "=" in found[0] else _is_label(place)) else None
    if text.find(":", behind, stop) < 0:
        return None
    if place.start == 0 and (found := _AND_COLON.match(text, behind, stop)):
        return found if _is_label(place) else None
    if not opens(before):
        return None
    if is_adjective(place.term):
        return _WORD_COLON.match(text, behind, stop)
    if place.language == "es" and (found := _SPANISH_LABEL.match(text, behind, stop)):
        return found if opens_note(text[found.end() : stop], place.patterns) else None
    return None


def _is_label(place: Place) -> bool:
    """Tell whether the term may end the label that a colon behind it closes."""
    before = place.before
    return (
        opens(before)
        or (place.level < KNOWN_ALONE and _FIRST_WORD.match(before) is not None)
        or (place.start == 0 and _FIRST_OF_TWO.match(before) is not None)
        or (
            place.level < HARD
            and place.text.startswith((":", " :"), place.behind)
            and _FIRST_TWO.match(before) is not None
        )
    )


def is_item(mark: str, place: Place) -> bool:
    """Tell whether a hyphen parts two items: " - a fever - a rash", not " - gout - swelling of …"."""
    if mark.strip() not in _HYPHENS or not place.before.endswith(" - "):
        return False
    said = place.text[place.behind : place.stop].lstrip(" -–—")
    return place.level > HARD or said[:1].isupper() or " - " in said[:_ITEM_LENGTH]


def opens(before: str) -> bool:
    """Tell whether the word behind `before` opens a sentence or an item."""
    return not before.strip(MARKS) or before.endswith((" - ", "• ", " – "))


def _is_named(said: str) -> bool:
    """Tell whether a text is a name: most of its words are capitalised."""
    words: list[str] = WORDS.findall(said)[:8]
    return sum(w[0].isupper() for w in words) > 0.6 * len(words)
