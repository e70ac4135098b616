"""Letters that stand for a list of words: "RICE: rest, ice, compression, elevation".

Unlike the words of one name ("BMI: body mass index"), such a list tells readers all that there is to
know. Looks at a text and the place of the letters in it alone.
"""

from __future__ import annotations

from plainlang.findings import Span
from plainlang.language.terms.plainness import plainness
from plainlang.patterns import compile_pattern

_LEAD = compile_pattern(
    r"[\"”’*_]*(?:\s*[:=–—(]|\s--?|,?\s(?:(?:which|que)\s)?(?:stands?\sfor|means?|is\sshort\sfor|significan?"
    r"|quieren?\sdecir))[\s\"“*_:]*(?=\w)"
)
_SAID = compile_pattern(r"[^.;:()!?\n–—]{4,160}")
_PARTS = compile_pattern(r",\s+(?:(?:and|or|y|e|o)\s+)?|\s+(?:and|y|e|&)\s+")
_FEWEST = 3  # items; two are no list
_LONGEST_ITEM = 5  # words
_EASY = 3.3  # Zipf


def listed_words(text: str, letters: Span, language: str) -> Span | None:
    """Return the easy words behind `letters`, parted by commas, of which those are the initials."""
    lead = _LEAD.match(text, letters.end)
    said = lead and _SAID.match(text, lead.end())
    if not said or "," not in said[0]:
        return None
    short = [c.lower() for c in text[letters.start : letters.end] if c.isalpha()]
    items = _PARTS.split(said[0].strip())
    if len(short) < _FEWEST or [item[:1].lower() for item in items] != short:
        return None
    words = said[0].rstrip()
    return Span(said.start(), said.start() + len(words)) if is_easy_list(words, language) else None


def is_easy_list(text: str, language: str) -> bool:
    """Tell whether a text is a list of short items in words that most readers know."""
    items = _PARTS.split(text)
    return (
        len(items) >= _FEWEST
        and all(0 < len(item.split()) <= _LONGEST_ITEM for item in items)
        and plainness(text, language) >= _EASY
    )
