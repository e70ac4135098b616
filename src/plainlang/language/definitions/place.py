"""The place of a term in a sentence, as the modules that look for its explanation share it."""

from __future__ import annotations

import re

from plainlang.findings import Span
from plainlang.language.definitions.patterns import Patterns
from plainlang.patterns import can_hold
from plainlang.records import NamedTuple

# Plainness from which a word is known alone: "radiation therapy is …" explains no "therapy".
KNOWN_ALONE = 4.4
HARD = 3.8  # plainness (Zipf) below which a word is a hard one, which what stands beside it may explain
MARKS = " \"“'*_•-"  # may stand before the first word of a sentence or an item
_ADJECTIVES = tuple("al ic ous ive ary ar ant oid ient rent uent istent".split())  # how they end


class Place(NamedTuple):
    """A term at `span` of the sentence `text[start:stop]`.

    `behind` is where the words behind it begin (its letters in brackets are passed over), `before`
    the sentence up to it, `level` how plain it is (see `plainness`).
    """

    text: str
    start: int
    stop: int
    span: Span
    behind: int
    before: str
    level: float
    language: str
    patterns: Patterns

    @property
    def term(self) -> str:
        return self.text[self.span.start : self.span.end]


def has_word(text: str, word: str) -> bool:
    """Tell whether a text has a word that begins with `word`, in any letter case."""
    return can_hold(text, word) and bool(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE))


def is_adjective(word: str) -> bool:
    """Tell whether a word ends as learned English adjectives do: "bacterial", "recurrent".

    Words in "-ed" are left out: most are verbs.
    """
    return word.lower().endswith(_ADJECTIVES)
